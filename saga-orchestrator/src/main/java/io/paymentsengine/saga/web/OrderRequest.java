package io.paymentsengine.saga.web;

import io.paymentsengine.platform.web.PlainText;
import io.paymentsengine.saga.domain.Order;
import jakarta.validation.constraints.NotNull;

/// Body of an intervention: by whom, and why. Both are kept in the saga's journal.
record OrderRequest(
        @NotNull @PlainText(min = 1, max = 100) String operator,
        @NotNull @PlainText(min = 1, max = 500) String why) {

    Order toOrder() {
        return new Order(operator, why);
    }
}
