/// The fuse box: settings, and what is put together by hand.
@NullMarked
package io.paymentsengine.validation.wiring;

import org.jspecify.annotations.NullMarked;
