/// The post room: which topics the sagas listen to.
@NullMarked
package io.paymentsengine.saga.messaging;

import org.jspecify.annotations.NullMarked;
