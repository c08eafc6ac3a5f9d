package io.paymentsengine.saga.application;

import io.paymentsengine.platform.transactions.AfterCommit;
import io.paymentsengine.saga.domain.Advance;
import io.paymentsengine.saga.domain.Advance.Verdict;
import io.paymentsengine.saga.domain.Input;
import io.paymentsengine.saga.domain.Order;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets an operator intervene in a saga. The journal records who did so and why.
@Service
public class ResolveSaga {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveSaga.class);

    private final Batches batches;

    ResolveSaga(Batches batches) {
        this.batches = batches;
    }

    /// Result of an operator's intervention.
    public sealed interface Outcome {

        /// The intervention has been applied.
        record Resolved(PaymentSaga saga) implements Outcome {}

        /// The saga's state does not allow it; nothing has changed.
        record NotAllowed(String why) implements Outcome {}

        /// The tenant has no such saga.
        record Unknown() implements Outcome {}
    }

    /// The possible interventions.
    public enum Wish {
        RETRY,
        COMPENSATE
    }

    @Transactional
    public Outcome resolve(SagaKey key, Wish wish, Order order) {
        Batch batch = batches.open(List.of(key));
        Optional<PaymentSaga> found = batch.find(key);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Input input = inputOf(wish);
        Advance advance = batch.advance(key, input, Causes.of(found.get(), input, order));
        if (advance.verdict() == Verdict.STOOD_STILL) {
            return new Outcome.NotAllowed(advance.detail());
        }
        batches.write(batch);
        AfterCommit.run(
                () ->
                        LOG.info(
                                "An operator wants {} of payment {}: {}",
                                wish,
                                key.payment(),
                                advance.detail()));
        return new Outcome.Resolved(batch.find(key).orElseThrow());
    }

    private static Input inputOf(Wish wish) {
        return switch (wish) {
            case RETRY -> new Input.Retry();
            case COMPENSATE -> new Input.Compensate();
        };
    }
}
