package io.paymentsengine.validation.storage;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// The rows of limit changes.
interface LimitChangeRows extends Repository<LimitChangeRow, Long> {

    LimitChangeRow save(LimitChangeRow row);

    /// Reads one row for each tenant, however many changes there were.
    @Query(
            nativeQuery = true,
            value =
                    """
                    SELECT latest.*
                    FROM unnest(CAST(:tenants AS text[])) AS asked (tenant) CROSS JOIN LATERAL (
                        SELECT * FROM limit_change WHERE tenant_id = tenant
                        ORDER BY id DESC LIMIT 1) AS latest
                    """)
    List<LimitChangeRow> latest(String[] tenants);
}
