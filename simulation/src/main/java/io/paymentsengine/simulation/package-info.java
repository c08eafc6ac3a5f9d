/// The whole saga in one thread, driven by one seed.
@NullMarked
package io.paymentsengine.simulation;

import org.jspecify.annotations.NullMarked;
