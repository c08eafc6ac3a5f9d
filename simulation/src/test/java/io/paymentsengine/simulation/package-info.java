/// Tests that intact worlds keep all promises, and that broken ones are detected.
@NullMarked
package io.paymentsengine.simulation;

import org.jspecify.annotations.NullMarked;
