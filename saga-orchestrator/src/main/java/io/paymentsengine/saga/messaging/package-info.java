/// The post room: the topics that sagas listen to.
@NullMarked
package io.paymentsengine.saga.messaging;

import org.jspecify.annotations.NullMarked;
