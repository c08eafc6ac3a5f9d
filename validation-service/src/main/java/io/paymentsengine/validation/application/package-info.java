/// What can be asked of the service, and the stores it needs for the answer.
@NullMarked
package io.paymentsengine.validation.application;

import org.jspecify.annotations.NullMarked;
