package io.paymentsengine.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.platform.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = DeedsService.class)
@WithStores(database = "messaging", isolated = true)
class MessagingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Outbox outbox;
    @Autowired Stores stores;
    @Autowired InboundContainers containers;
    @Autowired MeterRegistry meters;

    private Wire wire;

    MessagingIT(@Autowired Stores stores) {
        this.wire = open(stores);
    }

    @BeforeEach
    void forget_earlier_deeds() {
        JdbcClient.create(stores.database("messaging").asSuperuser()).sql("TRUNCATE deed").update();
    }

    @AfterEach
    void hang_up() {
        wire.close();
    }

    @Test
    void every_command_is_handled_once_and_answered() {
        List<ReserveFunds> commands = reserve(1_000);

        sendAll(commands);

        awaitAnswersTo(commands);
        assertThat(deeds()).isEqualTo(1_000);
        await().atMost(PATIENCE).until(() -> outboxRows() == 0);
    }

    @Test
    void an_answer_carries_the_cloud_event_the_tenant_and_the_trace() {
        ReserveFunds command = Wire.reserve("EUR");
        Map<String, String> headers = Wire.headers(command);
        headers.put(
                Headers.TRACE_PARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        wire.send(command.key(), Wire.json(command), headers);

        awaitAnswersTo(List.of(command));
        assertThat(Wire.headersOf(answersTo(command).getFirst()))
                .containsEntry(Headers.TENANT, "STD-001")
                .containsEntry(Headers.TYPE, "io.paymentsengine.FundsReserved.v1")
                .containsEntry(Headers.SOURCE, "/platform-tests")
                .containsEntry(Headers.SPEC_VERSION, "1.0")
                .containsEntry(Headers.TRACE_PARENT, headers.get(Headers.TRACE_PARENT))
                .containsKeys(Headers.ID, Headers.TIME);
    }

    @Test
    void what_cannot_be_read_becomes_a_dead_letter_and_the_rest_is_handled() {
        ReserveFunds good = Wire.reserve("EUR");
        ReserveFunds bad = Wire.reserve("EUR");
        byte[] whole = Wire.json(bad);
        byte[] odd = {(byte) 0xff, 0, 'x'};

        wire.send(bad.key(), whole, Map.of(Headers.TENANT, "STD-001"));
        wire.send(bad.key(), whole, with(bad, Headers.TYPE, "io.paymentsengine.ReserveFunds.v9"));
        wire.send(bad.key(), whole, with(bad, Headers.TYPE, "io.paymentsengine.FundsReserved.v1"));
        wire.send(bad.key(), whole, with(bad, Headers.TENANT, "XXX-999"));
        wire.send(bad.key(), whole, with(bad, Headers.TENANT, "nobody"));
        wire.send(bad.key(), odd, Wire.headers(bad));
        wire.send(bad.key(), null, Wire.headers(bad));
        wire.send(bad.key(), "{}".getBytes(StandardCharsets.UTF_8), Wire.headers(bad));
        wire.send(good);

        awaitAnswersTo(List.of(good));
        await().atMost(PATIENCE).until(() -> deadLettersOf(bad).size() == 8);
        assertThat(deadLettersOf(bad))
                .extracting(dead -> Wire.headersOf(dead).get(Headers.DEAD_REASON))
                .containsExactly(
                        "no-type",
                        "unknown-type",
                        "wrong-topic",
                        "unknown-tenant",
                        "unknown-tenant",
                        "malformed-value",
                        "no-value",
                        "malformed-value");
        assertThat(deadLettersOf(bad).get(5).value()).isEqualTo(odd);
        assertThat(deeds()).isEqualTo(1);
    }

    @Test
    void a_command_that_always_fails_dies_alone() {
        List<ReserveFunds> good = reserve(50);
        ReserveFunds poison = Wire.reserve(DeedsService.POISON);

        sendAll(good.subList(0, 25));
        wire.send(poison);
        sendAll(good.subList(25, 50));

        awaitAnswersTo(good);
        await().atMost(PATIENCE).until(() -> deadLettersOf(poison).size() == 1);
        assertThat(Wire.headersOf(deadLettersOf(poison).getFirst()))
                .containsEntry(Headers.DEAD_REASON, "handling-failed")
                .containsEntry(Headers.DEAD_TOPIC, Topics.ACCOUNT_COMMANDS.name());
        assertThat(deeds()).isEqualTo(50);
        assertThat(answersTo(poison)).isEmpty();
        assertThat(
                        meters.get("payments.deadletters")
                                .tag("reason", "handling-failed")
                                .counter()
                                .count())
                .isPositive();
    }

    @Test
    void an_absent_database_pauses_and_nothing_is_skipped() {
        List<ReserveFunds> commands = reserve(300);

        sendAll(commands.subList(0, 100));
        stores.postgres().kill();
        sendAll(commands.subList(100, 200));
        stores.postgres().start();
        sendAll(commands.subList(200, 300));

        awaitAnswersTo(commands);
        assertThat(deeds()).isEqualTo(300);
    }

    @Test
    void what_was_committed_while_the_broker_was_away_is_sent_when_it_is_back() {
        PaymentId payment = new PaymentId(Ids.next());
        stores.kafka().stop();

        transaction.executeWithoutResult(
                _ ->
                        outbox.add(
                                new Outgoing(
                                        new TenantId("STD-001"),
                                        new FundsReserved(payment),
                                        null)));
        assertThat(outboxRows()).isPositive();
        stores.kafka().start();

        await().atMost(PATIENCE).until(() -> !repliesAbout(payment).isEmpty());
        await().atMost(PATIENCE).until(() -> outboxRows() == 0);
    }

    @Test
    void what_a_transaction_takes_back_is_never_sent() {
        PaymentId undone = new PaymentId(Ids.next());
        ReserveFunds later = Wire.reserve("EUR");

        transaction.executeWithoutResult(
                status -> {
                    outbox.add(
                            new Outgoing(new TenantId("STD-001"), new FundsReserved(undone), null));
                    status.setRollbackOnly();
                });
        wire.send(later);

        awaitAnswersTo(List.of(later));
        assertThat(repliesAbout(undone)).isEmpty();
    }

    @Test
    void messages_need_a_transaction() {
        Assertions.assertThatIllegalStateException().isThrownBy(() -> outbox.addAll(List.of()));
    }

    @Test
    void a_consumer_that_was_overtaken_writes_nothing_and_reads_on_from_the_stored_offset() {
        ReserveFunds before = Wire.reserve("EUR");
        wire.send(before);
        awaitAnswersTo(List.of(before));
        long deedsBefore = deeds();

        // Pretend that another consumer has handled the next two messages of this partition.
        int moved =
                jdbc.sql("UPDATE consumed SET next_offset = next_offset + 2 WHERE next_offset > 0")
                        .update();
        assertThat(moved).isPositive();
        List<ReserveFunds> more = reserve(200);
        sendAll(more);

        await().atMost(PATIENCE).until(() -> answered(more) == 200 - 2L * moved);
        assertThat(deeds()).isEqualTo(deedsBefore + 200 - 2L * moved);
    }

    @Test
    void a_topic_that_ends_before_what_was_handled_is_read_from_its_beginning() {
        List<ReserveFunds> commands = reserve(100);
        containers.stop();
        jdbc.sql("UPDATE consumed SET next_offset = next_offset + 1000000").update();

        containers.start();
        sendAll(commands);

        awaitAnswersTo(commands);
    }

    private static Wire open(Stores stores) {
        return new Wire(
                stores.bootstrapServers(),
                Topics.SAGA_REPLIES.name(),
                Topics.ACCOUNT_COMMANDS.deadLetters());
    }

    private static Map<String, String> with(ReserveFunds command, String header, String value) {
        Map<String, String> headers = Wire.headers(command);
        headers.put(header, value);
        return headers;
    }

    private static List<ReserveFunds> reserve(int count) {
        return Stream.generate(() -> Wire.reserve("EUR")).limit(count).toList();
    }

    private void sendAll(List<ReserveFunds> commands) {
        commands.forEach(wire::send);
        wire.flush();
    }

    private void awaitAnswersTo(List<ReserveFunds> commands) {
        await().atMost(PATIENCE).until(() -> answered(commands) == commands.size());
    }

    private long answered(List<ReserveFunds> commands) {
        List<String> replies =
                wire.received().stream()
                        .filter(each -> each.topic().equals(Topics.SAGA_REPLIES.name()))
                        .map(Wire::text)
                        .toList();
        String all = String.join("\n", replies);
        return commands.stream().filter(each -> all.contains(each.paymentId().toString())).count();
    }

    private List<ConsumerRecord<byte[], byte[]>> answersTo(ReserveFunds command) {
        return repliesAbout(command.paymentId());
    }

    private List<ConsumerRecord<byte[], byte[]>> repliesAbout(PaymentId payment) {
        return wire.received().stream()
                .filter(each -> each.topic().equals(Topics.SAGA_REPLIES.name()))
                .filter(each -> Wire.text(each).contains(payment.toString()))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLettersOf(ReserveFunds command) {
        return wire.received().stream()
                .filter(each -> each.topic().equals(Topics.ACCOUNT_COMMANDS.deadLetters()))
                .filter(
                        each ->
                                new String(each.key(), StandardCharsets.UTF_8)
                                        .equals(command.key()))
                .toList();
    }

    private long deeds() {
        return jdbc.sql("SELECT count(*) FROM deed").query(Long.class).single();
    }

    private long outboxRows() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }
}
