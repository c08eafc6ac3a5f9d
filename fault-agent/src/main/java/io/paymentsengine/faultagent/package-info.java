/// Where a crash must do no harm: finds such places in compiled code, and halts a JVM at one of them.
/// Production code knows nothing of it.
@NullMarked
package io.paymentsengine.faultagent;

import org.jspecify.annotations.NullMarked;
