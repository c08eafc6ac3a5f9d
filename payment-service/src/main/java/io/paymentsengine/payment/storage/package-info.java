/// The cellar: the payment table, Redis, and the clients of the upstream services.
@NullMarked
package io.paymentsengine.payment.storage;

import org.jspecify.annotations.NullMarked;
