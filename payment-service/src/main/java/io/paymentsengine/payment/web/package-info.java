/// The street door: the REST API for payments.
@NullMarked
package io.paymentsengine.payment.web;

import org.jspecify.annotations.NullMarked;
