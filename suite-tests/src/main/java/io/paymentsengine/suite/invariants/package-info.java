/// What must be true of the stored data when all is quiet, whatever happened before.
@NullMarked
package io.paymentsengine.suite.invariants;

import org.jspecify.annotations.NullMarked;
