/// That worlds are as they should be, and that a broken one is found.
@NullMarked
package io.paymentsengine.simulation;

import org.jspecify.annotations.NullMarked;
