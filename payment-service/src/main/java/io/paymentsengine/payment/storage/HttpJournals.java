package io.paymentsengine.payment.storage;

import io.paymentsengine.payment.application.Journals;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.TimelineItem;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/// Fetches journals over HTTP.
@Component
class HttpJournals implements Journals {

    private final SagaOrchestrator sagas;

    HttpJournals(SagaOrchestrator sagas) {
        this.sagas = sagas;
    }

    @Override
    public List<TimelineItem> journalOf(PaymentKey payment) {
        try {
            return sagas.journal(payment.tenant().value(), payment.id().toString()).items();
        } catch (HttpClientErrorException.NotFound notStarted) {
            return List.of();
        }
    }
}
