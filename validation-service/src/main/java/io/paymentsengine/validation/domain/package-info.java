/// What makes a payment fit to be made. Pure: facts come in, a verdict goes out.
@NullMarked
package io.paymentsengine.validation.domain;

import org.jspecify.annotations.NullMarked;
