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

/// The result of sending messages together.
///
/// @param refused messages that the broker refuses for what they are; it may accept others
/// @param unsent messages that were not sent because the broker was unavailable, or for another
///     reason on its side
/// @param failure why one of them was not sent; null if all were
record SendResult(List<Envelope> refused, List<Envelope> unsent, @Nullable Throwable failure) {

    /// Combines attempts, one for each of the first messages; messages without an attempt are
    /// unsent.
    static SendResult of(List<Envelope> messages, List<? extends Future<?>> attempts) {
        List<Envelope> refused = new ArrayList<>();
        List<Envelope> unsent = new ArrayList<>(messages.subList(attempts.size(), messages.size()));
        @Nullable Throwable failure = null;
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).state() == State.FAILED) {
                failure = attempts.get(i).exceptionNow();
                (isRefusal(failure) ? refused : unsent).add(messages.get(i));
            }
        }
        return new SendResult(refused, unsent, failure);
    }

    /// Whether the broker refuses this particular message, rather than being unable to take any.
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

    /// The messages that are still to be sent: failed ones come after those that were not tried.
    List<Envelope> left() {
        return Stream.of(unsent, refused).flatMap(List::stream).toList();
    }
}
