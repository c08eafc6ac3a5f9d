/// What must be true of the stored data when the suite is at rest, whatever happened before.
@NullMarked
package io.paymentsengine.suite.invariants;

import org.jspecify.annotations.NullMarked;
