/// The fuse box.
@NullMarked
package io.paymentsengine.account.wiring;

import org.jspecify.annotations.NullMarked;
