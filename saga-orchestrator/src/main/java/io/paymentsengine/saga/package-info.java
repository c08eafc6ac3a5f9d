/// Takes each payment through its steps, and back if necessary.
@NullMarked
package io.paymentsengine.saga;

import org.jspecify.annotations.NullMarked;
