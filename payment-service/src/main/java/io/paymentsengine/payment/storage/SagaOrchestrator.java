package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.payment.application.TimelineItem;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/// The part of saga-orchestrator's REST API that this service uses. Timeouts and retries are left to the mesh.
interface SagaOrchestrator {

    @GetExchange("/api/v1/sagas/{paymentId}/journal")
    Journal journal(
            @RequestHeader(Headers.TENANT) String tenant,
            @PathVariable("paymentId") String paymentId);

    /// A saga's journal.
    record Journal(List<TimelineItem> items) {

        public Journal {
            items = List.copyOf(items);
        }
    }
}
