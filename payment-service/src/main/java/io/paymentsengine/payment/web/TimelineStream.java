package io.paymentsengine.payment.web;

import io.paymentsengine.payment.application.ReadTimeline.Timeline;
import io.paymentsengine.payment.application.TimelineItem;
import io.paymentsengine.payment.application.Watch;
import io.paymentsengine.payment.domain.Payment;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.NestedRuntimeException;

/// One timeline that is followed live. An item's id is its place in the timeline, which only grows, also
/// behind the end: a client that comes back says which it saw last.
final class TimelineStream {

    static final String ITEM = "item";
    static final String PAYMENT = "payment";

    /// The id of the end: no item's, however many there will be.
    private static final int END = Integer.MAX_VALUE;

    /// Without news it looks by itself, and lets the client know that it is there.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    /// Then the client comes again, perhaps to another replica.
    private static final Duration DURATION_MAX = Duration.ofMinutes(10);

    private final EventStream events;
    private final Watch watch;
    private long next;

    /// @param next the place of the first item that the client has not seen
    TimelineStream(EventStream events, Watch watch, long next) {
        this.events = events;
        this.watch = watch;
        this.next = next;
    }

    /// Whether a client that goes on at this place has seen all of it, with the payment's end.
    static boolean isOver(Timeline timeline, long next) {
        return timeline.payment() instanceof Payment.Ended && next > timeline.items().size();
    }

    /// Sends what there is and what comes, until the payment has ended or somebody has to stop.
    void follow(Timeline soFar, Supplier<Timeline> look) {
        long started = System.nanoTime();
        Timeline timeline = soFar;
        while (send(timeline) && timeLeft(started)) {
            watch.await(LOOK_AGAIN);
            timeline = again(timeline, look);
        }
    }

    /// Gives whether there is more to come and somebody to send it to.
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

    /// A store or a neighbour that is away has no news; the stream outlives that.
    private static Timeline again(Timeline before, Supplier<Timeline> look) {
        try {
            return look.get();
        } catch (NestedRuntimeException away) {
            return before;
        }
    }
}
