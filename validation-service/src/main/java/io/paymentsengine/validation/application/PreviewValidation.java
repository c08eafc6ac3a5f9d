package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.validation.application.Assessment.Purpose;
import io.paymentsengine.validation.domain.Payment;
import io.paymentsengine.validation.domain.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Reports what the rules would decide about a payment now. Nothing is stored and nothing is
/// counted.
@Service
public class PreviewValidation {

    private final Assessment assessment;
    private final Clock clock;

    PreviewValidation(Assessment assessment, Clock clock) {
        this.assessment = assessment;
        this.clock = clock;
    }

    /// A payment that somebody may want to make.
    public record Intent(
            AccountReference debtor, AccountReference creditor, Money amount, String reference) {}

    /// Returns the verdict, or empty while account-service does not know the tenant.
    public Optional<Verdict> preview(TenantId tenant, Intent intent) {
        Payment payment =
                new Payment(
                        tenant,
                        new PaymentId(Ids.next()),
                        intent.debtor(),
                        intent.creditor(),
                        intent.amount(),
                        intent.reference(),
                        clock.instant());
        return Optional.ofNullable(
                assessment.assess(List.of(payment), Purpose.PREVIEW).get(payment));
    }
}
