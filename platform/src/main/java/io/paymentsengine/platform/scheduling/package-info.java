/// What a service does by the clock.
@NullMarked
package io.paymentsengine.platform.scheduling;

import org.jspecify.annotations.NullMarked;
