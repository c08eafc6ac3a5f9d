/// The post room: commands from saga-orchestrator.
@NullMarked
package io.paymentsengine.validation.messaging;

import org.jspecify.annotations.NullMarked;
