/// What can vary between worlds: which blows fall, who goes next, and what is broken on purpose.
@NullMarked
package io.paymentsengine.simulation.fate;

import org.jspecify.annotations.NullMarked;
