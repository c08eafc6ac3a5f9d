/// What is true of a payment. Pure: no I/O.
@NullMarked
package io.paymentsengine.payment.domain;

import org.jspecify.annotations.NullMarked;
