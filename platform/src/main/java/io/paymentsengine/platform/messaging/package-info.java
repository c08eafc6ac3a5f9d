/// Effectively-once messaging, in one form. A batch listener passes each batch to a handler inside
/// one transaction, which also moves the consumed offsets (the fence) and stores the messages to
/// send (the outbox). The messages are sent after the commit; if a crash prevents that, the sweeper
/// sends them later. Nothing is lost, and what is sent twice is recognised by its natural key.
@NullMarked
package io.paymentsengine.platform.messaging;

import org.jspecify.annotations.NullMarked;
