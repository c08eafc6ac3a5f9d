/// Payments as the client sees them, from their acceptance to their end.
@NullMarked
package io.paymentsengine.payment;

import org.jspecify.annotations.NullMarked;
