/// The suite as the journeys see it: from outside as a client, and from inside where they break it.
@NullMarked
package io.paymentsengine.suite;

import org.jspecify.annotations.NullMarked;
