@NullMarked
package io.paymentsengine.payment.testing;

import org.jspecify.annotations.NullMarked;
