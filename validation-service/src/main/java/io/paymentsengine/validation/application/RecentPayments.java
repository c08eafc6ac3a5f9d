package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Facts;
import io.paymentsengine.validation.domain.Traffic;
import java.util.List;

/// The payments of the last minute. Kept where losing it costs no more than a start from zero.
public interface RecentPayments {

    /// What went before each payment, in the order asked. What may count and stays within its limits
    /// is counted, once however often it comes, and is seen by the payments after it.
    List<Traffic> before(List<Observed> payments);

    /// A payment of which the ones before it are asked for.
    ///
    /// @param facts of the payment, as far as they are known without the others
    /// @param counts whether it becomes a part of what later payments see
    record Observed(Facts facts, boolean counts) {

        public TenantId tenant() {
            return facts.payment().tenant();
        }
    }
}
