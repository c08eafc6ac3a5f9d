/// The post room: receives the commands of saga-orchestrator.
@NullMarked
package io.paymentsengine.account.messaging;

import org.jspecify.annotations.NullMarked;
