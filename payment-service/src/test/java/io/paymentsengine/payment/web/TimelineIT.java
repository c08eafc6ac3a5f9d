package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.application.Watches;
import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.Neighbours;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@Timeout(60)
class TimelineIT extends RunningPaymentService {

    private static final String[] LIVE = {"Accept", "text/event-stream"};

    @Autowired private Watches watches;
    @Autowired private StringRedisTemplate redis;

    private String payment = "";
    private String timeline = "";

    @SuppressWarnings("NullAway.Init") // Spring injects, JUnit sets up
    TimelineIT() {}

    @BeforeEach
    void request() {
        await().until(() -> watches.size() == 0);
        payment = requested(std);
        timeline = Api.PAYMENTS + "/" + payment + "/timeline";
    }

    @Test
    void it_begins_here_and_goes_on_with_the_sagas_journal() {
        journal(200, "validate", "reserve");

        Answer answer = std.get(timeline);

        assertThat(answer.json().path("items").findValuesAsString("step"))
                .containsExactly("accept", "validate", "reserve");
        assertThat(answer.json().at("/items/0/service").asString()).isEqualTo("payment-service");
        assertThat(answer.json().at("/items/1/detail").asString()).isEqualTo("so it is");
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(NEIGHBOURS.asked()).contains("STD-001 " + journalPath());
    }

    @Test
    void before_the_saga_starts_it_is_what_this_service_knows() {
        assertThat(std.get(timeline).json().path("items").findValuesAsString("event"))
                .containsExactly("PaymentAccepted");
    }

    @Test
    void without_the_orchestrator_it_can_not_be_told_now() {
        journal(500);

        assertThat(std.get(timeline).status()).isEqualTo(503);
        assertThat(std.get(timeline, LIVE).status()).isEqualTo(503);
    }

    @Test
    void an_orchestrator_that_has_not_heard_of_the_tenant_yet_will() {
        NEIGHBOURS.say(journalPath(), 403, Neighbours.UNKNOWN_TENANT);

        assertThat(std.get(timeline).status()).isEqualTo(503);
        assertThat(std.get(timeline).text("detail"))
                .contains("does not have this tenant in its registry yet");
        assertThat(std.get(timeline, LIVE).status()).isEqualTo(503);
    }

    @Test
    void it_is_another_tenants_secret() {
        assertThat(ned.get(timeline).status()).isEqualTo(404);
        assertThat(ned.get(timeline, LIVE).status()).isEqualTo(404);
    }

    @Test
    void it_comes_live_and_ends_with_the_payment() {
        journal(200, "validate");
        try (Stream<String> lines = std.lines(timeline, LIVE);
                Wire wire = new Wire(stores.bootstrapServers())) {
            Iterator<Event> events = eventsOf(lines);
            assertThat(next(events, 2))
                    .extracting(Event::step)
                    .containsExactly("accept", "validate");

            journal(200, "validate", "reserve");
            redis.convertAndSend("payments.progress", "NED-001/none\nSTD-001/" + payment);
            assertThat(events.next().step()).isEqualTo("reserve");

            journal(200, "validate", "reserve", "settle");
            wire.completed(Samples.STD, payment);
            assertThat(events.next().step()).isEqualTo("settle");
            Event end = events.next();
            assertThat(end.name()).isEqualTo("payment");
            assertThat(end.data()).contains("\"status\":\"COMPLETED\"");
            assertThat(events.hasNext()).isFalse();
        }
    }

    @Test
    void who_comes_back_goes_on_behind_what_was_seen() {
        journal(200, "validate", "reserve");
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.completed(Samples.STD, payment);
        }
        List<Event> all = follow();

        List<Event> rest = follow("Last-Event-ID", "1");

        assertThat(all).extracting(Event::id).containsExactly("0", "1", "2", "2147483647");
        assertThat(rest).isEqualTo(all.subList(2, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, Integer.MAX_VALUE})
    void who_has_seen_the_end_is_told_to_stay_away(int lastSeen) {
        journal(200, "validate", "reserve");
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.completed(Samples.STD, payment);
        }
        assertThat(follow()).hasSize(4);

        Answer answer =
                std.get(
                        timeline,
                        "Accept",
                        "text/event-stream",
                        "Last-Event-ID",
                        Integer.toString(lastSeen));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.response().body()).isEmpty();
    }

    /// A late reply is journalled after the end.
    @Test
    void who_has_seen_the_end_stays_away_although_the_journal_has_grown() {
        journal(200, "validate", "reserve");
        try (Wire wire = new Wire(stores.bootstrapServers())) {
            wire.completed(Samples.STD, payment);
        }
        String end = follow().getLast().id();

        journal(200, "validate", "reserve", "late");

        assertThat(std.get(timeline, "Accept", "text/event-stream", "Last-Event-ID", end).status())
                .isEqualTo(204);
        assertThat(follow("Last-Event-ID", "2")).extracting(Event::step).startsWith("late");
    }

    @Test
    void as_json_it_goes_on_behind_what_was_seen_as_well() {
        journal(200, "validate", "reserve");

        Answer rest = std.get(timeline, "Last-Event-ID", "1");

        assertThat(rest.json().path("items").valueStream())
                .extracting(item -> item.path("step").asString())
                .containsExactly("reserve");
        assertThat(std.get(timeline, "Last-Event-ID", "2147483647").json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "0x1", "+1", "2147483648"})
    void what_names_no_event_is_refused(String lastSeen) {
        assertThat(std.get(timeline, "Last-Event-ID", lastSeen).status()).isEqualTo(400);
    }

    @Test
    void the_stream_outlives_an_orchestrator_that_is_away() {
        journal(200, "validate");
        try (Stream<String> lines = std.lines(timeline, LIVE);
                Wire wire = new Wire(stores.bootstrapServers())) {
            Iterator<Event> events = eventsOf(lines);
            next(events, 2);
            journal(500);
            wire.completed(Samples.STD, payment);
            await().until(() -> std.get(timeline).status() == 503);

            journal(200, "validate", "settle");

            assertThat(events.next().step()).isEqualTo("settle");
            assertThat(events.next().name()).isEqualTo("payment");
        }
    }

    @Test
    void a_tenant_follows_so_many_others_still_may_and_who_hangs_up_makes_room() {
        journal(200, "validate");
        List<Api> clients = new ArrayList<>();
        for (int i = 0; i < (STREAMS_MAX + 1) / 2; i++) {
            Api client = Api.at(port, Samples.STD);
            clients.add(client);
            assertThat(opens(client, timeline)).isTrue();
        }

        Answer refused = std.get(timeline, LIVE);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-timelines");
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(std.get(timeline).status()).isEqualTo(200);
        clients.add(ned);
        assertThat(opens(ned, Api.PAYMENTS + "/" + requested(ned) + "/timeline")).isTrue();
        clients.forEach(Api::close);
        await().until(() -> watches.size() == 0);
    }

    private static boolean opens(Api client, String path) {
        return client.lines(path, LIVE).findFirst().orElseThrow().equals("id: 0");
    }

    private record Event(String id, String name, String data) {
        String step() {
            return data.replaceAll(".*\"step\":\"([^\"]*)\".*", "$1");
        }
    }

    private List<Event> follow(String... headers) {
        String[] all = Stream.of(LIVE, headers).flatMap(Stream::of).toArray(String[]::new);
        try (Stream<String> lines = std.lines(timeline, all)) {
            List<Event> events = new ArrayList<>();
            eventsOf(lines).forEachRemaining(events::add);
            return events;
        }
    }

    private static List<Event> next(Iterator<Event> events, int count) {
        return Stream.generate(events::next).limit(count).toList();
    }

    /// Skips comments and blank lines. Each event has its three lines in a fixed order.
    private static Iterator<Event> eventsOf(Stream<String> lines) {
        Iterator<String> fields =
                lines.filter(line -> !line.isEmpty() && !line.startsWith(":")).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return fields.hasNext();
            }

            @Override
            public Event next() {
                return new Event(
                        value("id: ", fields), value("event: ", fields), value("data: ", fields));
            }
        };
    }

    private static String value(String field, Iterator<String> lines) {
        String line = lines.next();
        assertThat(line).startsWith(field);
        return line.substring(field.length());
    }

    private String journalPath() {
        return "/api/v1/sagas/" + payment + "/journal";
    }

    private void journal(int status, String... steps) {
        List<String> items =
                Stream.of(steps)
                        .map(
                                """
                                {"at": "2036-01-31T12:00:00.000Z", "service": "saga-orchestrator",
                                 "step": "%s", "event": "asked", "detail": "so it is"}
                                """
                                        ::formatted)
                        .toList();
        NEIGHBOURS.say(
                journalPath(), status, "{\"items\": [%s]}".formatted(String.join(",", items)));
    }
}
