/// What is true of a payment, whoever asks.
@NullMarked
package io.paymentsengine.payment.domain;

import org.jspecify.annotations.NullMarked;
