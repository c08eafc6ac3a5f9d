/// What services wrote while they were tried.
@NullMarked
package io.paymentsengine.suite.logs;

import org.jspecify.annotations.NullMarked;
