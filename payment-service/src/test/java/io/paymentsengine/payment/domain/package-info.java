@NullMarked
package io.paymentsengine.payment.domain;

import org.jspecify.annotations.NullMarked;
