/// Simulates the whole saga in one thread. A single seed determines everything that happens.
@NullMarked
package io.paymentsengine.simulation;

import org.jspecify.annotations.NullMarked;
