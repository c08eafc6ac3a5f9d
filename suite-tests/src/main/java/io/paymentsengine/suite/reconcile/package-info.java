/// Reconciles the databases of an installation: `./mvnw -q -Preconcile`.
@NullMarked
package io.paymentsengine.suite.reconcile;

import org.jspecify.annotations.NullMarked;
