package io.paymentsengine.suite.faults;

import io.paymentsengine.suite.Hurry;
import java.util.Locale;
import java.util.function.Function;

/// What has to happen for a boundary to be passed. The constants match the words in
/// docs/operations/crash-boundaries.md.
@SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
enum Circumstance {
    TRAFFIC(_ -> new Provocation() {}),
    START(Restart::plain),
    REBUILT_TOPIC(Restart::ofRebuiltTopic),
    POISON(Poison::new),
    REFUSED_MESSAGES(Refusal::on),
    LATE_PAYMENTS(Lateness::ofPayments),
    LATE_REPLIES(Lateness::ofReplies),
    BULKS(BulkCalls::new),
    ACCOUNTS(AccountCalls::new),
    LIMITS(ValidationCalls::changingLimits),
    PREVIEWS(ValidationCalls::asking),
    RETRIES(Operator::retrying),
    COMPENSATIONS(Operator::compensating);

    private final Function<Stage, Provocation> provocation;

    Circumstance(Function<Stage, Provocation> provocation) {
        this.provocation = provocation;
    }

    static Circumstance named(String word) {
        return valueOf(word.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    /// The settings that the services need for it. Where nothing has to be asked for again, nothing is,
    /// because asking again would restore what a crash has lost.
    Hurry hurry() {
        return switch (this) {
            case POISON, LATE_PAYMENTS, LATE_REPLIES -> Hurry.ASKING_AGAIN;
            case TRAFFIC,
                    START,
                    REBUILT_TOPIC,
                    REFUSED_MESSAGES,
                    BULKS,
                    ACCOUNTS,
                    LIMITS,
                    PREVIEWS,
                    RETRIES,
                    COMPENSATIONS ->
                    Hurry.SWEEPING;
        };
    }

    Provocation on(Stage stage) {
        return provocation.apply(stage);
    }
}
