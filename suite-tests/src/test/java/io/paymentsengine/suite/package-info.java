/// Gives tests access to the running suite.
@NullMarked
package io.paymentsengine.suite;

import org.jspecify.annotations.NullMarked;
