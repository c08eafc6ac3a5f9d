/// The suite as the journeys see it: from outside, and from the machine room where they break it.
@NullMarked
package io.paymentsengine.suite;

import org.jspecify.annotations.NullMarked;
