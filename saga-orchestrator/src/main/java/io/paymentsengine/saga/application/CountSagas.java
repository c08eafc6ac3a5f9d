package io.paymentsengine.saga.application;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counts the open sagas for monitoring.
@Service
public class CountSagas {

    private final Sagas sagas;
    private final SagaMeters meters;

    CountSagas(Sagas sagas, SagaMeters meters) {
        this.sagas = sagas;
        this.meters = meters;
    }

    @Transactional(readOnly = true)
    public void count() {
        meters.counted(sagas.countOpen());
    }
}
