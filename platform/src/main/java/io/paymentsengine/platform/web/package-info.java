/// What all street doors have in common: tenants, problem details, amounts, idempotency keys,
/// pages, preferences, limits and the API's own description.
@NullMarked
package io.paymentsengine.platform.web;

import org.jspecify.annotations.NullMarked;
