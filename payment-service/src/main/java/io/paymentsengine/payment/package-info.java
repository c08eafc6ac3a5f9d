/// Payments as clients see them, from acceptance to end.
@NullMarked
package io.paymentsengine.payment;

import org.jspecify.annotations.NullMarked;
