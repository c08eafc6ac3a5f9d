package io.paymentsengine.payment.application;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Reads what has happened to a payment: its acceptance, followed by its saga's journal.
@Service
public class ReadTimeline {

    private final FindPayments findPayments;
    private final Journals journals;

    ReadTimeline(FindPayments findPayments, Journals journals) {
        this.findPayments = findPayments;
        this.journals = journals;
    }

    /// A payment and what has happened to it. If the payment has ended, the items include
    /// everything up to its end; a late reply may still be added after it.
    public record Timeline(Payment payment, List<TimelineItem> items) {}

    /// Returns the timeline, or empty if the tenant has no such payment.
    public Optional<Timeline> read(TenantId tenant, PaymentId id) {
        // Read the payment first: once it has ended, the journal contains everything up to its end.
        return findPayments
                .find(tenant, id)
                .map(payment -> new Timeline(payment, itemsOf(payment)));
    }

    private List<TimelineItem> itemsOf(Payment payment) {
        PaymentKey key = new PaymentKey(payment.tenant(), payment.id());
        return Stream.concat(Stream.of(accepted(payment)), journals.journalOf(key).stream())
                .toList();
    }

    private static TimelineItem accepted(Payment payment) {
        return new TimelineItem(
                payment.createdAt(),
                "payment-service",
                "accept",
                "PaymentAccepted",
                Optional.empty());
    }
}
