package io.paymentsengine.suite.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.operator.DeadLetterCli;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that an operator can list dead letters, fix the cause, and replay them.
@ExtendWith(RunningSuite.class)
class DeadLettersJourney {

    private static final String TOPIC = Topics.ACCOUNT_COMMANDS.name();

    private static final String TYPE = "io.paymentsengine.ReserveFunds.v1";

    /// An entry of the list: its first line and its indented details.
    private static final Pattern ENTRY = Pattern.compile("(?m)^ +[0-9]+ {2}20.*\\R(?: {10}.*\\R)*");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalSuite suite;
    private final Tenant tenant;
    private final Account debtor;
    private final Account creditor;

    DeadLettersJourney(LocalSuite suite) {
        this.suite = suite;
        this.tenant = Tenant.standard(suite);
        this.debtor = tenant.opensWith(Money.parse("10.00", "EUR"));
        this.creditor = tenant.opens("EUR");
    }

    @Test
    void a_payment_goes_on_when_its_dead_letter_is_sent_back() throws SQLException {
        Payment payment;
        String letter;
        try (Poison _ = Poison.of(debtor.id(), suite)) {
            payment = ordered();
            letter = awaitLetter();
            // otherwise the saga would repeat its command, and hide whether the replay helped
            suite.pause(Service.SAGA_ORCHESTRATOR);
        }
        try {
            assertThat(letter)
                    .contains("handling-failed", "poison", TOPIC, "STD-001", "ReserveFunds")
                    .doesNotContain("minorUnits", "replayed");
            assertThat(told("command=list", "topic=" + TOPIC, "values=true"))
                    .contains("\"minorUnits\"");

            assertThat(replay(letter)).contains(TOPIC + ": 1 replayed");

            Awaitility.await("the reservation")
                    .atMost(PATIENCE)
                    .until(() -> tenant.account(debtor.id()).reserved().value().equals("1.00"));
            assertThat(letters()).last().asString().contains("(replayed)");
            assertThat(replay(letter)).contains("was replayed before", TOPIC + ": 0 replayed");
        } finally {
            suite.resume(Service.SAGA_ORCHESTRATOR);
        }
        assertThat(tenant.end(payment.id()).status()).isEqualTo("COMPLETED");
    }

    @Test
    void a_letter_that_is_sent_back_twice_is_done_once() throws SQLException {
        Payment payment;
        try (Poison _ = Poison.of(debtor.id(), suite)) {
            payment = ordered();
            awaitLetter();
        }
        replay(letters().getLast(), "again=true");
        replay(letters().getLast(), "again=true");

        assertThat(tenant.end(payment.id()).status()).isEqualTo("COMPLETED");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(tenant.account(debtor.id()).balance().value())
                                        .isEqualTo("9.00"));
    }

    @Test
    void whatever_was_not_sent_back_yet_is_sent_back_once() throws SQLException {
        Payment payment;
        long letter;
        try (Poison _ = Poison.of(debtor.id(), suite)) {
            payment = ordered();
            letter = Long.parseLong(offsetOf(awaitLetter()));
        }
        String[] all = {"command=replay", "topic=" + TOPIC, "offsets=all"};

        assertThat(told(all)).contains("%8d  replayed".formatted(letter));
        assertThat(told(all)).contains("%8d  was replayed before".formatted(letter));
        assertThat(tenant.end(payment.id()).status()).isEqualTo("COMPLETED");
    }

    @Test
    void what_was_too_large_to_keep_is_sent_back_from_where_it_was_read() throws Exception {
        int before = leftOut().size();
        sendCompressed("{" + " ".repeat(3 << 20));
        awaitLeftOut(before + 1);

        replay(leftOut().getLast());

        awaitLeftOut(before + 2);
    }

    @Test
    void a_letter_that_looks_like_a_note_of_a_replay_is_a_letter() throws Exception {
        long before = entries().count();
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, suite.broker()),
                        new StringSerializer(),
                        new StringSerializer())) {
            var nonsense = new ProducerRecord<>(TOPIC, debtor.id(), "{}");
            nonsense.headers()
                    .add("x-replayed-offset", "no number".getBytes(StandardCharsets.UTF_8));
            producer.send(nonsense).get();
        }

        Awaitility.await().atMost(PATIENCE).until(() -> entries().count() == before + 1);
    }

    @Test
    void what_is_not_there_is_not_sent() {
        List<String> words = List.of("command=replay", "topic=" + TOPIC, "offsets=987654321");
        assertThat(serve(new ByteArrayOutputStream(), words)).isEqualTo(1);
    }

    private Payment ordered() {
        return tenant.orders(PaymentOrder.of(debtor, creditor, Money.parse("1.00", "EUR")));
    }

    private void awaitLeftOut(int number) {
        Awaitility.await().atMost(PATIENCE).until(() -> leftOut().size() == number);
    }

    /// Entries of dead letters that have only a pointer to their message.
    private List<String> leftOut() {
        return entries().filter(entry -> entry.contains("left out")).toList();
    }

    private void sendCompressed(String value) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        suite.broker(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        2 * value.length());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(TOPIC, debtor.id(), value);
            record.headers().add(Headers.TYPE, TYPE.getBytes(StandardCharsets.UTF_8));
            record.headers().add(Headers.TENANT, tenant.id().getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private String awaitLetter() {
        return Awaitility.await("the dead letter of " + debtor.id())
                .atMost(PATIENCE)
                .until(this::letters, letters -> !letters.isEmpty())
                .getLast();
    }

    /// Entries with the debtor's key.
    private List<String> letters() {
        return entries().filter(entry -> entry.contains(debtor.id())).toList();
    }

    private Stream<String> entries() {
        return ENTRY.matcher(told("command=list", "topic=" + TOPIC))
                .results()
                .map(MatchResult::group);
    }

    private String replay(String letter, String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("command=replay", "topic=" + TOPIC, "offsets=" + offsetOf(letter)));
        return told(words.toArray(String[]::new));
    }

    private static String offsetOf(String letter) {
        return letter.strip().replaceFirst("(?s) .*", "");
    }

    private String told(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(serve(said, List.of(words))).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private int serve(ByteArrayOutputStream said, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add("kafka=" + suite.broker());
        return new DeadLetterCli(new PrintStream(said, true, StandardCharsets.UTF_8)).serve(all);
    }
}
