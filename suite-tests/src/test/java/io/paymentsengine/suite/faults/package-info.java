/// Tests of the promises while parts of the suite are broken on purpose.
@NullMarked
package io.paymentsengine.suite.faults;

import org.jspecify.annotations.NullMarked;
