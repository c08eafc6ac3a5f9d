/// Weaving, halting and finding are tried out on small programs.
@NullMarked
package io.paymentsengine.faultagent;

import org.jspecify.annotations.NullMarked;
