package io.paymentsengine.saga.application;

import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.platform.messaging.DeadLetters;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.List;
import org.springframework.stereotype.Service;

/// Advances sagas by the replies of their participants.
@Service
public class HandleSagaReplies {

    private final Batches batches;
    private final DeadLetters deadLetters;

    HandleSagaReplies(Batches batches, DeadLetters deadLetters) {
        this.batches = batches;
        this.deadLetters = deadLetters;
    }

    public void handle(List<Received<SagaReply>> replies) {
        Batch batch = batches.open(replies.stream().map(HandleSagaReplies::keyOf).toList());
        replies.forEach(reply -> handle(reply, batch));
        batches.write(batch);
    }

    private void handle(Received<SagaReply> received, Batch batch) {
        SagaKey key = keyOf(received);
        SagaReply reply = received.message();
        if (batch.find(key).isEmpty()) {
            deadLetters.add(
                    received,
                    "unknown-payment",
                    "tenant %s has no saga for payment %s".formatted(key.tenant(), key.payment()));
            return;
        }
        batch.advance(key, Causes.inputOf(reply), Causes.of(reply));
    }

    private static SagaKey keyOf(Received<SagaReply> received) {
        return new SagaKey(received.tenant(), received.message().paymentId());
    }
}
