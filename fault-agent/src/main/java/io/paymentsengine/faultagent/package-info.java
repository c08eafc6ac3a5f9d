/// Finds the places in compiled code at which a crash must do no harm, and halts a JVM at one of
/// them. Production code does not depend on it.
@NullMarked
package io.paymentsengine.faultagent;

import org.jspecify.annotations.NullMarked;
