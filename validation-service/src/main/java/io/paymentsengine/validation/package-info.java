/// Whether a payment may be made: rules, tenant limits, velocity, and every decision kept.
@NullMarked
package io.paymentsengine.validation;

import org.jspecify.annotations.NullMarked;
