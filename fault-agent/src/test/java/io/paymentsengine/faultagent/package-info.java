/// Tests weaving, halting and finding on small programs.
@NullMarked
package io.paymentsengine.faultagent;

import org.jspecify.annotations.NullMarked;
