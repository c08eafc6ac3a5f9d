package io.paymentsengine.saga.application;

import io.paymentsengine.saga.domain.PaymentSaga;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists a tenant's sagas page by page, oldest first.
@Service
public class ListSagas {

    private final Sagas sagas;

    ListSagas(Sagas sagas) {
        this.sagas = sagas;
    }

    @Transactional(readOnly = true)
    public List<PaymentSaga> list(Sagas.Query query) {
        return sagas.list(query);
    }
}
