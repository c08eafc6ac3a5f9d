package io.paymentsengine.suite;

import java.util.List;
import java.util.stream.Stream;

/// How impatient the services are: with short intervals and timeouts, what usually happens once in minutes or
/// after a crash happens all the time.
@SuppressWarnings("ImmutableEnumChecker") // its lists are
public enum Hurry {
    /// Default settings.
    NONE(Stream.empty()),

    /// Committed messages are sent at once. What is lost nevertheless stays lost for longer than a journey
    /// waits, because nothing is asked for again that soon.
    SWEEPING(
            Stream.concat(
                    often(),
                    Stream.of(
                            "-Dpayments.payment.resend-after=1h",
                            "-Dpayments.saga.step-deadline=1h",
                            "-Dpayments.saga.step-deadline-max=1h"))),

    /// In addition, what has not been answered is asked for again within seconds.
    ASKING_AGAIN(
            Stream.concat(
                    often(),
                    Stream.of(
                            "-Dpayments.payment.resend-after=2s",
                            "-Dpayments.payment.resend-interval=500ms",
                            "-Dpayments.saga.step-deadline=1s",
                            "-Dpayments.saga.step-deadline-max=5s"))),

    /// In addition, a saga has less time than its service takes to start: sagas that were open when the
    /// service ended are compensated as soon as it is back.
    GIVING_UP(
            Stream.concat(
                    ASKING_AGAIN.options.stream(), Stream.of("-Dpayments.saga.deadline=15s")));

    private final List<String> options;

    Hurry(Stream<String> options) {
        this.options = options.toList();
    }

    /// Options for a service's JVM.
    List<String> options() {
        return options;
    }

    private static Stream<String> often() {
        return Stream.of(
                "-Dpayments.messaging.sweep-interval=50ms",
                "-Dpayments.messaging.sweep-min-age=1ms",
                "-Dpayments.payment.key-expiry-interval=500ms",
                "-Dpayments.saga.count-interval=500ms",
                "-Dpayments.saga.scan-interval=200ms",
                "-Dpayments.validation.account-cache-ttl=500ms");
    }
}
