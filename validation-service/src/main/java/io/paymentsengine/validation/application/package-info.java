/// Use cases of validation-service, and the stores that they need.
@NullMarked
package io.paymentsengine.validation.application;

import org.jspecify.annotations.NullMarked;
