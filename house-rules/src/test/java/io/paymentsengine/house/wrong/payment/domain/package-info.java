/// Wrong on purpose, to prove that the rules detect it.
@NullMarked
package io.paymentsengine.house.wrong.payment.domain;

import org.jspecify.annotations.NullMarked;
