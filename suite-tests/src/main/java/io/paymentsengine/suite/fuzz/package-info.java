/// Sends every operation requests that nobody would think of: `./mvnw -Pfuzz`.
@NullMarked
package io.paymentsengine.suite.fuzz;

import org.jspecify.annotations.NullMarked;
