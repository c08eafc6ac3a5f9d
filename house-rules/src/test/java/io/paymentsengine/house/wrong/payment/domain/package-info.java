/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.payment.domain;

import org.jspecify.annotations.NullMarked;
