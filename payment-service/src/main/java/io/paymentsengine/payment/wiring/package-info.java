/// The fuse box: settings, and what they are connected to.
@NullMarked
package io.paymentsengine.payment.wiring;

import org.jspecify.annotations.NullMarked;
