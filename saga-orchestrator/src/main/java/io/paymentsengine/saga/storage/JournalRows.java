package io.paymentsengine.saga.storage;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// Reads journals.
interface JournalRows extends Repository<JournalRow, JournalRow.Key> {

    List<JournalRow> findByTenantIdAndPaymentIdOrderBySeq(String tenantId, UUID paymentId);
}
