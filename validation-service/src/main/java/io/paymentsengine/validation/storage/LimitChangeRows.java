package io.paymentsengine.validation.storage;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// The rows of changed limits.
interface LimitChangeRows extends Repository<LimitChangeRow, Long> {

    LimitChangeRow save(LimitChangeRow row);

    @Query(
            """
            SELECT change FROM LimitChangeRow change
            WHERE change.tenantId IN :tenants
              AND change.id = (SELECT max(other.id) FROM LimitChangeRow other
                               WHERE other.tenantId = change.tenantId)
            """)
    List<LimitChangeRow> latest(Collection<String> tenants);
}
