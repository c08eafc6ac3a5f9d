package io.paymentsengine.validation.application;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.domain.Facts;
import io.paymentsengine.validation.domain.RecentActivity;
import java.util.List;

/// The payments of the last minute, kept in a store whose loss only means that counting starts from zero.
public interface RecentPayments {

    /// Returns the activity before each payment, in the order of the arguments. A payment that may count, has no
    /// suspected duplicate and stays within its limits is counted, once however often it comes, and is then
    /// seen by the payments after it.
    List<RecentActivity> before(List<Observed> payments);

    /// A payment whose preceding activity is requested.
    ///
    /// @param facts facts about the payment, as far as they are known without other payments
    /// @param counts whether later payments may see this one
    record Observed(Facts facts, boolean counts) {

        public TenantId tenant() {
            return facts.payment().tenant();
        }
    }
}
