package io.paymentsengine.saga.wiring;

import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.saga.application.CountSagas;
import io.paymentsengine.saga.application.PassDeadlines;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Applies deadlines and counts sagas at intervals, for all tenants.
@Component
class SagaClock {

    private final PassDeadlines passDeadlines;
    private final CountSagas countSagas;
    private final int batchMax;

    SagaClock(PassDeadlines passDeadlines, CountSagas countSagas, SagaProperties properties) {
        this.passDeadlines = passDeadlines;
        this.countSagas = countSagas;
        this.batchMax = properties.scanBatchMax();
    }

    @Scheduled(fixedDelayString = "${payments.saga.scan-interval:1s}")
    void passDeadlines() {
        TenantScope.worker()
                .run(
                        () -> {
                            int found;
                            do {
                                found = passDeadlines.pass(batchMax);
                            } while (found == batchMax);
                        });
    }

    @Scheduled(fixedDelayString = "${payments.saga.count-interval:10s}")
    void countSagas() {
        TenantScope.worker().run(countSagas::count);
    }
}
