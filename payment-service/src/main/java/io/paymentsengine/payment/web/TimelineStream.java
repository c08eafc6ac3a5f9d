package io.paymentsengine.payment.web;

import io.paymentsengine.payment.application.ReadTimeline.Timeline;
import io.paymentsengine.payment.application.TimelineItem;
import io.paymentsengine.payment.application.Watch;
import io.paymentsengine.payment.domain.Payment;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.NestedRuntimeException;

/// One live timeline. The id of an item is its position in the timeline, which only grows, even after the end.
/// A client that reconnects names the last id it has seen.
final class TimelineStream {

    static final String ITEM = "item";
    static final String PAYMENT = "payment";

    /// Id of the final event. No item has it, however many there are.
    private static final int END = Integer.MAX_VALUE;

    /// How often the stream reads the timeline without notifications, and shows the client that it is alive.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    /// Maximum duration of a stream. The client then reconnects, possibly to another replica.
    private static final Duration DURATION_MAX = Duration.ofMinutes(10);

    private final EventStream events;
    private final Watch watch;
    private long next;

    /// @param next position of the first item that the client has not seen
    TimelineStream(EventStream events, Watch watch, long next) {
        this.events = events;
        this.watch = watch;
        this.next = next;
    }

    /// Whether a client that resumes at this position has seen everything, including the payment's end.
    static boolean isOver(Timeline timeline, long next) {
        return timeline.payment() instanceof Payment.Ended && next > timeline.items().size();
    }

    /// Sends present and future items until the payment has ended or the stream has to stop.
    void follow(Timeline soFar, Supplier<Timeline> look) {
        long started = System.nanoTime();
        Timeline timeline = soFar;
        while (send(timeline) && timeLeft(started)) {
            watch.await(LOOK_AGAIN);
            timeline = again(timeline, look);
        }
    }

    /// Sends the unseen items, and returns whether there is more to come and a client to send it to.
    private boolean send(Timeline timeline) {
        List<TimelineItem> items = timeline.items();
        for (TimelineItem item : items.stream().skip(next).toList()) {
            events.send(next++, ITEM, item);
        }
        if (timeline.payment() instanceof Payment.Ended ended) {
            events.send(END, PAYMENT, PaymentView.of(ended));
        } else {
            events.heartbeat();
        }
        return events.flush() && !(timeline.payment() instanceof Payment.Ended);
    }

    private boolean timeLeft(long started) {
        return !watch.isOver() && System.nanoTime() - started < DURATION_MAX.toNanos();
    }

    /// If a store or an upstream service is unavailable, there is nothing new; the stream goes on.
    private static Timeline again(Timeline before, Supplier<Timeline> look) {
        try {
            return look.get();
        } catch (NestedRuntimeException away) {
            return before;
        }
    }
}
