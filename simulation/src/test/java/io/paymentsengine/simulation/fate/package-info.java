/// That every way is gone.
@NullMarked
package io.paymentsengine.simulation.fate;

import org.jspecify.annotations.NullMarked;
