@NullMarked
package io.paymentsengine.payment.wiring;

import org.jspecify.annotations.NullMarked;
