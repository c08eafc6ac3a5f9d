package io.paymentsengine.suite.journeys;

import static io.paymentsengine.suite.journeys.Sums.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.ServerSentEvent;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.client.TimelineItem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that a client can follow a payment's progress.
@ExtendWith(RunningSuite.class)
@Timeout(value = Halted.MINUTES, unit = TimeUnit.MINUTES)
class TimelineJourney {

    private static final String[] AS_EVENTS = {"Accept", "text/event-stream"};

    private final Suite suite;
    private final Tenant std;
    private final PaymentOrder order;

    TimelineJourney(Suite suite) {
        this.suite = suite;
        std = Tenant.standard(suite);
        order = PaymentOrder.of(std.opensWith(eur("10.00")), std.opens("EUR"), eur("1.00"));
    }

    @Test
    void the_journal_tells_how_a_payment_came_to_its_end() {
        List<TimelineItem> timeline = std.timeline(std.pays(order).id());

        assertThat(timeline).extracting(TimelineItem::at).isSorted();
        assertThat(timeline.getFirst().service()).isEqualTo("payment-service");
        assertThat(timeline)
                .extracting(TimelineItem::step)
                .containsSubsequence("validate", "reserve", "settle");
    }

    @Test
    void events_come_while_they_happen_and_end_with_the_payment() {
        List<ServerSentEvent> seen = new ArrayList<>();
        String payment;
        Stream<String> lines;
        Iterator<ServerSentEvent> events;
        try (var _ = Halted.halt(suite, Service.VALIDATION_SERVICE)) {
            payment = std.orders(order).id();
            lines = watch(payment);
            events = ServerSentEvent.in(lines);
            seen.add(events.next());
            assertThat(std.payment(payment).hasEnded()).isFalse();
        }
        try (lines) {
            events.forEachRemaining(seen::add);
        }
        assertThat(std.payment(payment).status()).isEqualTo("COMPLETED");
        assertThat(seen.getLast().data().path("status").asString("")).isEqualTo("COMPLETED");
        assertThat(stepsIn(seen)).containsSubsequence("validate", "reserve", "settle");
        assertThat(seen).extracting(ServerSentEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void who_comes_late_sees_everything_at_once() {
        String payment = std.pays(order).id();
        try (Stream<String> lines = watch(payment)) {
            assertThat(stepsIn(ServerSentEvent.allIn(lines)))
                    .containsSubsequence("validate", "reserve", "settle");
        }
    }

    @Test
    void who_lost_the_connection_goes_on_where_it_broke() {
        String payment = std.pays(order).id();
        List<ServerSentEvent> all;
        try (Stream<String> lines = watch(payment)) {
            all = ServerSentEvent.allIn(lines);
        }
        try (Stream<String> lines = watch(payment, "Last-Event-ID", all.get(1).id())) {
            assertThat(ServerSentEvent.allIn(lines)).isEqualTo(all.subList(2, all.size()));
        }
    }

    private Stream<String> watch(String payment, String... headers) {
        String[] both = Stream.of(AS_EVENTS, headers).flatMap(Stream::of).toArray(String[]::new);
        return std.caller()
                .lines(
                        Service.PAYMENT_SERVICE,
                        Tenant.PAYMENTS + "/" + payment + "/timeline",
                        both);
    }

    private static List<String> stepsIn(List<ServerSentEvent> events) {
        return events.stream().map(event -> event.data().path("step").asString("")).toList();
    }
}
