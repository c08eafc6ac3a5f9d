/// The post room: events that end payments.
@NullMarked
package io.paymentsengine.payment.messaging;

import org.jspecify.annotations.NullMarked;
