/// The fuse box: settings, and what starts by itself.
@NullMarked
package io.paymentsengine.saga.wiring;

import org.jspecify.annotations.NullMarked;
