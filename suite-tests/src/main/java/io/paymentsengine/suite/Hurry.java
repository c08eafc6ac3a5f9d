package io.paymentsengine.suite;

import java.util.List;

/// Services without patience: what else happens once in minutes, or after a crash, happens all the time.
final class Hurry {

    static final List<String> OPTIONS =
            List.of(
                    "-Dpayments.messaging.sweep-interval=50ms",
                    "-Dpayments.messaging.sweep-patience=1ms",
                    "-Dpayments.payment.ask-again-after=2s",
                    "-Dpayments.payment.ask-again-interval=500ms",
                    "-Dpayments.payment.forget-interval=500ms",
                    "-Dpayments.saga.count-interval=500ms",
                    "-Dpayments.saga.scan-interval=200ms",
                    "-Dpayments.saga.step-deadline=1s",
                    "-Dpayments.saga.step-deadline-max=5s",
                    "-Dpayments.validation.account-age=500ms");

    private Hurry() {}
}
