package io.paymentsengine.validation.web;

import static java.util.stream.Collectors.toMap;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.validation.application.LimitChange;
import io.paymentsengine.validation.application.TenantLimits;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The limits of a tenant as clients see them.
///
/// @param largestPayment decimal amounts by currency; a currency that is not listed can't be paid
/// @param change the change at run time that set them; absent if they come from the registry
record LimitsView(
        Map<String, String> largestPayment,
        int paymentsPerMinuteAndAccount,
        int paymentsPerMinute,
        @Nullable ChangeView change) {

    /// Who changed the limits, when and why.
    record ChangeView(Instant at, String operator, String reason) {

        static ChangeView of(LimitChange change) {
            return new ChangeView(change.at(), change.operator(), change.reason());
        }
    }

    static LimitsView of(TenantLimits tenant) {
        return new LimitsView(
                tenant.limits().largestPayment().values().stream()
                        .collect(
                                toMap(
                                        largest -> largest.currency().getCurrencyCode(),
                                        Money::decimal,
                                        (one, _) -> one,
                                        TreeMap::new)),
                tenant.limits().paymentsPerMinuteAndAccount(),
                tenant.limits().paymentsPerMinute(),
                tenant.change().map(ChangeView::of).orElse(null));
    }
}
