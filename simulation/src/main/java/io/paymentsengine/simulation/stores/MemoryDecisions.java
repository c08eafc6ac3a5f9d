package io.paymentsengine.simulation.stores;

import static java.util.stream.Collectors.toMap;

import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.validation.application.Decisions;
import io.paymentsengine.validation.domain.Decision;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decisions, one for each payment.
public final class MemoryDecisions implements Decisions {

    private final Table<Decision.Key, Decision> decisions;
    private final Set<Breach> breaches;

    public MemoryDecisions(Database database, Set<Breach> breaches) {
        this.decisions = database.table();
        this.breaches = breaches;
    }

    @Override
    public Map<Decision.Key, Decision> find(Collection<Decision.Key> keys) {
        return keys.stream()
                .flatMap(key -> decisions.find(key).stream())
                .collect(toMap(Decision::key, each -> each));
    }

    @Override
    public void addAll(Collection<Decision> added) {
        if (!breaches.contains(Breach.DECISIONS_FORGOTTEN)) {
            added.forEach(each -> decisions.insert(each.key(), each));
        }
    }

    /// The decision on a payment, if there is one.
    public Optional<Decision> find(Decision.Key key) {
        return decisions.find(key);
    }
}
