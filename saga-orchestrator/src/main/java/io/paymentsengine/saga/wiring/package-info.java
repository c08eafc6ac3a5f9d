/// The fuse box: settings, and what runs by itself.
@NullMarked
package io.paymentsengine.saga.wiring;

import org.jspecify.annotations.NullMarked;
