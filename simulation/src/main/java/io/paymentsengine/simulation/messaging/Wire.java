package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.platform.json.StrictJson;
import io.paymentsengine.platform.messaging.Outgoing;
import io.paymentsengine.platform.messaging.Received;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads messages with the mapper that the services use.
public final class Wire {

    private final JsonMapper json = StrictJson.mapper();
    private int written;
    private long print;

    public void reset() {
        written = 0;
        print = 0;
    }

    /// Fingerprint of everything written.
    public long print() {
        return print;
    }

    /// How many messages were written.
    public int written() {
        return written;
    }

    Letter write(Outgoing outgoing) {
        Message message = outgoing.message();
        String text = json.writeValueAsString(message);
        print = 31 * print + text.hashCode();
        return new Letter(
                written++,
                Topics.of(message),
                message.key(),
                outgoing.tenant(),
                message.paymentId(),
                MessageType.of(message),
                text);
    }

    <M extends Message> Received<M> read(Letter letter, Topic<M> topic) {
        Message message = json.readValue(letter.json(), letter.type().form());
        return Received.of(letter.tenant(), topic.family().cast(message));
    }
}
