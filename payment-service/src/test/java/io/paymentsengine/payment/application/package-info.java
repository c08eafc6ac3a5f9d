@NullMarked
package io.paymentsengine.payment.application;

import org.jspecify.annotations.NullMarked;
