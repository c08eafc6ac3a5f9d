/// The post room: commands of saga-orchestrator.
@NullMarked
package io.paymentsengine.validation.messaging;

import org.jspecify.annotations.NullMarked;
