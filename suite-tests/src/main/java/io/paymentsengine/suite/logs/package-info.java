/// Examines what services log during a test.
@NullMarked
package io.paymentsengine.suite.logs;

import org.jspecify.annotations.NullMarked;
