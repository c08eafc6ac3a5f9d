/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.payment.web;

import org.jspecify.annotations.NullMarked;
