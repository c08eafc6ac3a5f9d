/// The broker and what platform's messaging does with it and with a service's database: outbox rows
/// and consumed offsets in the transaction of the effects, sending after the commit.
@NullMarked
package io.paymentsengine.simulation.messaging;

import org.jspecify.annotations.NullMarked;
