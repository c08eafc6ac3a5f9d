package io.paymentsengine.payment.storage;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/// Loads single payments.
interface PaymentRows extends Repository<PaymentRow, PaymentRow.Key> {

    Optional<PaymentRow> findById(PaymentRow.Key key);
}
