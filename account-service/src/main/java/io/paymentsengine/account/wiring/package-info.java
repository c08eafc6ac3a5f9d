/// The fuse box: configures the beans.
@NullMarked
package io.paymentsengine.account.wiring;

import org.jspecify.annotations.NullMarked;
