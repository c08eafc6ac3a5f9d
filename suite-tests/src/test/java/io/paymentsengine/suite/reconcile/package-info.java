/// Tests of the reconciliation.
@NullMarked
package io.paymentsengine.suite.reconcile;

import org.jspecify.annotations.NullMarked;
