/// The broker, and what the platform's messaging does with the broker and with a service's database: outbox
/// rows and consumed offsets are written in the transaction of the effects, and messages are sent after the
/// commit.
@NullMarked
package io.paymentsengine.simulation.messaging;

import org.jspecify.annotations.NullMarked;
