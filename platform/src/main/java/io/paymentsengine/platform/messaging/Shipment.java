package io.paymentsengine.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/// What became of messages that were sent together.
///
/// @param refused what the broker does not take for what it is: another message it may take
/// @param unsent what it did not take, because it was away or for another reason of its own
/// @param failure why it took one of them not; null where it took them all
record Shipment(List<Envelope> refused, List<Envelope> unsent, @Nullable Throwable failure) {

    /// Sums up attempts, one for each of the first messages; those without one are unsent.
    static Shipment of(List<Envelope> messages, List<? extends Future<?>> attempts) {
        List<Envelope> refused = new ArrayList<>();
        List<Envelope> unsent = new ArrayList<>(messages.subList(attempts.size(), messages.size()));
        @Nullable Throwable failure = null;
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).state() == State.FAILED) {
                failure = attempts.get(i).exceptionNow();
                (isRefusal(failure) ? refused : unsent).add(messages.get(i));
            }
        }
        return new Shipment(refused, unsent, failure);
    }

    /// Whether the broker says no to this message rather than nothing to anybody.
    static boolean isRefusal(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException _,
                    RecordBatchTooLargeException _,
                    InvalidRecordException _,
                    InvalidTopicException _,
                    TopicAuthorizationException _ ->
                    true;
            default -> false;
        };
    }

    /// What is still to be sent: what failed goes behind what was not tried.
    List<Envelope> left() {
        return Stream.of(unsent, refused).flatMap(List::stream).toList();
    }
}
