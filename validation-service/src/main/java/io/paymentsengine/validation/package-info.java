/// Decides whether payments may be made: rules, tenant limits, velocity, and a store of all
/// decisions.
@NullMarked
package io.paymentsengine.validation;

import org.jspecify.annotations.NullMarked;
