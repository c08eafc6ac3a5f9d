package io.paymentsengine.saga.wiring;

import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.saga.application.CountSagas;
import io.paymentsengine.saga.application.HandleDeadlines;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Applies deadlines and counts sagas at intervals, for all tenants.
@Component
class DeadlineSchedule {

    private final HandleDeadlines handleDeadlines;
    private final CountSagas countSagas;
    private final int batchMax;

    DeadlineSchedule(
            HandleDeadlines handleDeadlines, CountSagas countSagas, SagaProperties properties) {
        this.handleDeadlines = handleDeadlines;
        this.countSagas = countSagas;
        this.batchMax = properties.scanBatchMax();
    }

    @Scheduled(fixedDelayString = "${payments.saga.scan-interval:1s}")
    void handleDeadlines() {
        TenantScope.worker()
                .run(
                        () -> {
                            int found;
                            do {
                                found = handleDeadlines.pass(batchMax);
                            } while (found == batchMax);
                        });
    }

    @Scheduled(fixedDelayString = "${payments.saga.count-interval:10s}")
    void countSagas() {
        TenantScope.worker().run(countSagas::count);
    }
}
