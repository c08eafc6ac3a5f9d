/// saga-orchestrator: takes each payment through its steps, and back where it has to.
@NullMarked
package io.paymentsengine.saga;

import org.jspecify.annotations.NullMarked;
