package io.paymentsengine.simulation.world;

import io.paymentsengine.saga.application.ResolveSaga;
import io.paymentsengine.saga.application.ResolveSaga.Action;
import io.paymentsengine.saga.domain.Intervention;
import io.paymentsengine.saga.domain.PaymentSaga;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.messaging.Work;
import java.util.List;

/// An operator who intervenes in any open saga, whether or not it needs attention.
final class Operating implements Work {

    private final Suite suite;
    private final ResolveSaga resolveSaga;
    private final Fate fate;
    private boolean wanted;

    Operating(Suite suite, Fate fate) {
        this.suite = suite;
        this.resolveSaga = suite.saga().get(ResolveSaga.class);
        this.fate = fate;
    }

    void want() {
        wanted = true;
    }

    @Override
    public boolean isDue() {
        return wanted && !suite.sagas().open().isEmpty();
    }

    @Override
    public void transact() {
        PaymentSaga saga = fate.oneOf(List.copyOf(suite.sagas().open()));
        ResolveSaga.Outcome _ =
                resolveSaga.resolve(
                        saga.key(),
                        fate.oneOf(List.of(Action.values())),
                        new Intervention("operator", "because"));
    }

    @Override
    public void survived() {
        wanted = false;
    }

    @Override
    public void forget() {
        wanted = false;
    }
}
