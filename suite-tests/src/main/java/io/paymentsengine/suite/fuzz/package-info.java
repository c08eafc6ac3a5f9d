/// Every operation is sent what nobody would think of sending: `./mvnw -Pfuzz`.
@NullMarked
package io.paymentsengine.suite.fuzz;

import org.jspecify.annotations.NullMarked;
