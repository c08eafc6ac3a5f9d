/// Scheduled tasks.
@NullMarked
package io.paymentsengine.platform.scheduling;

import org.jspecify.annotations.NullMarked;
