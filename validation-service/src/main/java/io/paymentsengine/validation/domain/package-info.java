/// The rules of validation. Pure: facts go in, a verdict comes out.
@NullMarked
package io.paymentsengine.validation.domain;

import org.jspecify.annotations.NullMarked;
