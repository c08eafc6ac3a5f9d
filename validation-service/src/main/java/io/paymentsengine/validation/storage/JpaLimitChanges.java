package io.paymentsengine.validation.storage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.LimitChange;
import io.paymentsengine.validation.application.LimitChanges;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Repository;

/// Changes of limits as rows that are only ever added.
@Repository
class JpaLimitChanges implements LimitChanges {

    private final LimitChangeRows rows;

    JpaLimitChanges(LimitChangeRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<TenantId, LimitChange> latest(Collection<TenantId> tenants) {
        return rows.latest(tenants.stream().map(TenantId::value).toArray(String[]::new)).stream()
                .map(LimitChangeRow::toLimitChange)
                .collect(toMap(LimitChange::tenant, identity()));
    }

    @Override
    public void add(LimitChange change) {
        rows.save(new LimitChangeRow(change));
    }
}
