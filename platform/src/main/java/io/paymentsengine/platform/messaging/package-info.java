/// Effectively once, in one shape. A batch listener gives what one poll brought to a handler inside
/// one transaction, which also moves the consumed offsets (the fence) and stores what is to be sent
/// (the outbox). After the commit the messages are sent; what a crash keeps from being sent, the
/// sweeper sends later. Nothing is lost; what is sent twice is recognised by its natural key.
@NullMarked
package io.paymentsengine.platform.messaging;

import org.jspecify.annotations.NullMarked;
