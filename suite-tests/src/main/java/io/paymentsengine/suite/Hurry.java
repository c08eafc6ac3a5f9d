package io.paymentsengine.suite;

import java.util.List;
import java.util.stream.Stream;

/// How little patience services have: what else happens once in minutes, or after a crash, happens all the
/// time.
@SuppressWarnings("ImmutableEnumChecker") // its lists are
public enum Hurry {
    /// As usual.
    NONE(Stream.empty()),

    /// What was committed is sent at once. What is lost all the same stays lost for longer than a journey
    /// waits: nothing is asked for again that soon.
    SWEEPING(
            Stream.concat(
                    often(),
                    Stream.of(
                            "-Dpayments.payment.ask-again-after=1h",
                            "-Dpayments.saga.step-deadline=1h",
                            "-Dpayments.saga.step-deadline-max=1h"))),

    /// And what has not been answered is asked for again within seconds.
    ASKING_AGAIN(
            Stream.concat(
                    often(),
                    Stream.of(
                            "-Dpayments.payment.ask-again-after=2s",
                            "-Dpayments.payment.ask-again-interval=500ms",
                            "-Dpayments.saga.step-deadline=1s",
                            "-Dpayments.saga.step-deadline-max=5s"))),

    /// And a saga has less time than its service takes to start: what was open when it ended is undone at once.
    GIVING_UP(
            Stream.concat(
                    ASKING_AGAIN.options.stream(), Stream.of("-Dpayments.saga.deadline=15s")));

    private final List<String> options;

    Hurry(Stream<String> options) {
        this.options = options.toList();
    }

    /// Of a service's JVM.
    List<String> options() {
        return options;
    }

    private static Stream<String> often() {
        return Stream.of(
                "-Dpayments.messaging.sweep-interval=50ms",
                "-Dpayments.messaging.sweep-patience=1ms",
                "-Dpayments.payment.forget-interval=500ms",
                "-Dpayments.saga.count-interval=500ms",
                "-Dpayments.saga.scan-interval=200ms",
                "-Dpayments.validation.account-age=500ms");
    }
}
