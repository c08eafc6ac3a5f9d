package io.paymentsengine.simulation.world;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.ResendCommands;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.simulation.fate.Breach;
import io.paymentsengine.simulation.messaging.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Asks again about payments that should have ended long ago, for all tenants in turn.
final class Resending implements Work {

    private static final Duration AGE = Duration.ofMinutes(10);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int PAYMENTS_MAX = 5;

    private final Suite suite;
    private final ResendCommands resendCommands;
    private final Map<TenantId, PaymentId> lastAsked = new HashMap<>();
    private Instant notBefore = Instant.MIN;

    Resending(Suite suite) {
        this.suite = suite;
        this.resendCommands = suite.payment().get(ResendCommands.class);
    }

    @Override
    public boolean isDue() {
        Instant now = suite.tools().clock().instant();
        return next().filter(moment -> !moment.isAfter(now)).isPresent();
    }

    @Override
    public void transact() {
        notBefore = suite.tools().clock().instant().plus(INTERVAL);
        suite.tools().tenants().all().forEach(tenant -> resendCommands(tenant.id()));
    }

    @Override
    public void forget() {
        notBefore = Instant.MIN;
        lastAsked.clear();
    }

    /// When there will be something to ask about.
    Optional<Instant> next() {
        return suite.tools().breaches().contains(Breach.NOBODY_ASKS_AGAIN)
                ? Optional.empty()
                : suite.payments().open().stream()
                        .map(Payment::createdAt)
                        .min(Comparator.naturalOrder())
                        .map(oldest -> oldest.plus(AGE).plusMillis(1))
                        .map(moment -> moment.isAfter(notBefore) ? moment : notBefore);
    }

    /// Each round continues after the last payment of the round before.
    private void resendCommands(TenantId tenant) {
        ResendCommands.Round round =
                resendCommands.ask(
                        tenant, Optional.ofNullable(lastAsked.get(tenant)), AGE, PAYMENTS_MAX);
        round.last()
                .ifPresentOrElse(
                        payment -> lastAsked.put(tenant, payment), () -> lastAsked.remove(tenant));
    }
}
