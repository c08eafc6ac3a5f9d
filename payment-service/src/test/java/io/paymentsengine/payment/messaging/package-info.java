@NullMarked
package io.paymentsengine.payment.messaging;

import org.jspecify.annotations.NullMarked;
