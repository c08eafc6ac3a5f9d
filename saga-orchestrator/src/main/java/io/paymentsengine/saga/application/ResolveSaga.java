package io.paymentsengine.saga.application;

import io.paymentsengine.platform.transactions.AfterCommit;
import io.paymentsengine.saga.domain.Input;
import io.paymentsengine.saga.domain.Intervention;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Transition;
import io.paymentsengine.saga.domain.Transition.Verdict;
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
        record NotAllowed(String reason) implements Outcome {}

        /// The tenant has no such saga.
        record Unknown() implements Outcome {}
    }

    /// The possible interventions.
    public enum Action {
        RETRY,
        COMPENSATE
    }

    @Transactional
    public Outcome resolve(SagaKey key, Action action, Intervention intervention) {
        Batch batch = batches.open(List.of(key));
        Optional<PaymentSaga> found = batch.find(key);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Input input = inputOf(action);
        Transition transition =
                batch.advance(key, input, Causes.of(found.get(), input, intervention));
        if (transition.verdict() == Verdict.UNCHANGED) {
            return new Outcome.NotAllowed(transition.detail());
        }
        batches.write(batch);
        AfterCommit.run(
                () ->
                        LOG.info(
                                "An operator requested {} of payment {}: {}",
                                action,
                                key.payment(),
                                transition.detail()));
        return new Outcome.Resolved(batch.find(key).orElseThrow());
    }

    private static Input inputOf(Action action) {
        return switch (action) {
            case RETRY -> new Input.Retry();
            case COMPENSATE -> new Input.Compensate();
        };
    }
}
