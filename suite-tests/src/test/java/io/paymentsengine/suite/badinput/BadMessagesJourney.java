package io.paymentsengine.suite.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.SagaCommand;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.logs.NewLines;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sends invalid messages to every topic, with one error at a time. Each must become a dead letter with its
/// reason, and payments must continue unaffected.
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadMessagesJourney {

    private final LocalSuite suite;
    private final Tenant tenant;
    private final NewLines logged;
    private final Wire wire;
    private final Account debtor;
    private final Account creditor;
    private final List<Invented> inventions = new ArrayList<>();

    /// A payment that this tenant never made.
    private record Invented(String tenant, String payment) {}

    BadMessagesJourney(LocalSuite suite) {
        this.suite = suite;
        this.tenant = Tenant.standard(suite);
        this.debtor = tenant.opensWith(Money.parse("100.00", "EUR"));
        this.creditor = tenant.opens("EUR");
        this.logged = NewLines.in(suite.logs());
        this.wire = new Wire(suite.broker());
    }

    @TestFactory
    Stream<DynamicTest> what_can_not_be_read_dies_where_it_was_sent() {
        return Topics.all().stream()
                .flatMap(
                        topic -> {
                            List<BadMessage> all =
                                    typesOf(topic)
                                            .flatMap(type -> BadMessage.of(topic, type))
                                            .toList();
                            all.forEach(each -> wire.send(topic, each));
                            return all.stream().map(each -> unreadable(topic, each));
                        });
    }

    @TestFactory
    Stream<DynamicTest> nobody_believes_in_a_payment_that_is_not_there() {
        return everyType(
                (topic, type) ->
                        assertUnknown(
                                topic,
                                type,
                                new Invented(tenant.id(), UUID.randomUUID().toString())));
    }

    @TestFactory
    Stream<DynamicTest> nobody_hears_of_another_tenants_payment() {
        return everyType(
                (topic, type) -> {
                    Payment paid = pays();
                    assertUnknown(topic, type, new Invented("NED-001", paid.id()));
                    assertThat(tenant.payment(paid.id())).isEqualTo(paid);
                });
    }

    @AfterAll
    void payments_go_on_and_no_log_has_what_no_logger_wrote() throws SQLException {
        wire.close();
        forgetInventions();
        assertThat(pays().status()).isEqualTo("COMPLETED");
        assertThat(logged.strange()).isEmpty();
    }

    private DynamicTest unreadable(Topic<?> topic, BadMessage message) {
        return DynamicTest.dynamicTest(
                topic.name() + " " + message.wrong(),
                () -> {
                    Wire.Dead dead = wire.dead(message.key());
                    assertThat(dead.fate()).isEqualTo(topic.deadLetters() + " " + message.reason());
                    assertThat(dead.letter().value()).isEqualTo(message.bytes());
                    assertThat(dead.header(Headers.DEAD_TOPIC)).isEqualTo(topic.name());
                });
    }

    private void assertUnknown(Topic<?> topic, MessageType type, Invented invented) {
        inventions.add(invented);
        wire.send(topic, BadMessage.sample(type, invented.payment(), invented.tenant()));
        Wire.Dead dead = wire.dead(invented.payment());
        assertThat(dead.fate()).isEqualTo(fateOf(type));
        assertThat(dead.header(Headers.TENANT)).isEqualTo(invented.tenant());
    }

    private static Stream<DynamicTest> everyType(BiConsumer<Topic<?>, MessageType> test) {
        return Topics.all().stream()
                .flatMap(
                        topic ->
                                typesOf(topic)
                                        .map(
                                                type ->
                                                        DynamicTest.dynamicTest(
                                                                topic.name() + " " + type.name(),
                                                                () -> test.accept(topic, type))));
    }

    /// A command is carried out as far as possible; its result becomes a dead letter at the first service
    /// that would have to know the payment.
    private static String fateOf(MessageType type) {
        boolean toldToPayments =
                SagaCommand.class.isAssignableFrom(type.form())
                        || PaymentEvent.class.isAssignableFrom(type.form());
        Topic<?> last = toldToPayments ? Topics.PAYMENT_EVENTS : Topics.SAGA_REPLIES;
        return last.deadLetters() + " unknown-payment";
    }

    private static Stream<MessageType> typesOf(Topic<?> topic) {
        return MessageType.all().stream()
                .filter(type -> topic.family().isAssignableFrom(type.form()));
    }

    private Payment pays() {
        return tenant.pays(PaymentOrder.of(debtor, creditor, Money.parse("1.00", "EUR")));
    }

    /// Deletes the sagas of payments that never existed; otherwise later checks of the databases would report
    /// them.
    private void forgetInventions() throws SQLException {
        try (Connection sagas = suite.connect(Service.SAGA_ORCHESTRATOR);
                PreparedStatement journal = sagas.prepareStatement(delete("journal"));
                PreparedStatement saga = sagas.prepareStatement(delete("saga"))) {
            for (PreparedStatement statement : List.of(journal, saga)) {
                for (Invented each : inventions) {
                    statement.setString(1, each.tenant());
                    statement.setString(2, each.payment());
                    statement.executeUpdate();
                }
            }
        }
    }

    private static String delete(String table) {
        return "DELETE FROM %s WHERE tenant_id = ? AND payment_id = ?::uuid".formatted(table);
    }
}
