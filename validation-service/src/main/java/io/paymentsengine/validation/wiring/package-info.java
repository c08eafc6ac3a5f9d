/// The fuse box: settings, and the beans that are created by hand.
@NullMarked
package io.paymentsengine.validation.wiring;

import org.jspecify.annotations.NullMarked;
