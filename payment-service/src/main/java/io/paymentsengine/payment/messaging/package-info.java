/// The post room: how payments end.
@NullMarked
package io.paymentsengine.payment.messaging;

import org.jspecify.annotations.NullMarked;
