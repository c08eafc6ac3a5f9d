@NullMarked
package io.paymentsengine.payment.web;

import org.jspecify.annotations.NullMarked;
