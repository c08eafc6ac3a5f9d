package io.paymentsengine.suite.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.NewAccount;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.journeys.Ibans;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tests the checker: one that finds nothing proves nothing, so each invariant is broken once and must be
/// reported.
@ExtendWith(RunningSuite.class)
@TestInstance(Lifecycle.PER_CLASS)
class InvariantsIT {

    private static final Money EURO = Money.parse("1.00", "EUR");

    private final Suite suite;
    private final Tenant std;
    private final Payment completed;
    private final Payment another;

    InvariantsIT(Suite suite) {
        this.suite = suite;
        std = Tenant.standard(suite);
        completed = std.end(ordered(std.opensWith(EURO).id(), std.opens("EUR").id()).id());
        another = std.end(ordered(openedWithMoney(), opened()).id());
    }

    @BeforeAll
    void at_rest() {
        Awaitility.await("rest")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Invariants.unsettled(suite)).isEmpty());
    }

    @Test
    void nothing_is_found_where_nothing_is_broken() throws SQLException {
        assertThat(Invariants.violations(suite, List.of(receipt(completed)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.paymentsengine.suite.invariants.Break#all")
    void what_is_broken_is_found(Break change) throws SQLException {
        try (Books books = Books.open(suite)) {
            change.in(books, completed.id());
            assertThat(Invariants.violations(Invariants.ALL, books, List.of()))
                    .filteredOn(Violation::invariant, change.invariant())
                    .hasSize(1)
                    .allSatisfy(violation -> assertThat(violation.examples()).isNotEmpty());
        }
        assertThat(Invariants.violations(suite, List.of())).isEmpty();
    }

    @Test
    void a_lost_payment_is_found() throws SQLException {
        Payment lost = like(completed, UUID.randomUUID().toString(), "COMPLETED");
        assertThat(Invariants.violations(suite, List.of(receipt(lost))))
                .extracting(Violation::invariant)
                .contains("what was accepted is there");
    }

    @Test
    void another_end_is_found() throws SQLException {
        Payment changed = like(completed, completed.id(), "CANCELLED");
        assertThat(Invariants.violations(suite, List.of(receipt(changed))))
                .extracting(Violation::invariant)
                .containsExactly("an end that a client has seen has not changed");
    }

    @Test
    void another_time_of_an_end_is_found() throws SQLException {
        Instant later = completed.createdAt().plusSeconds(3_600);
        Payment changed = like(completed, completed.id(), completed.status(), later);
        assertThat(Invariants.violations(suite, List.of(receipt(changed))))
                .extracting(Violation::invariant)
                .containsExactly("an end that a client has seen has not changed");
    }

    @Test
    void another_answer_than_was_ordered_is_found() throws SQLException {
        PaymentOrder ordered = orderOf(another);
        assertThat(
                        Invariants.violations(
                                suite, List.of(new Receipt(std.id(), "a key", ordered, completed))))
                .extracting(Violation::invariant)
                .containsExactly("what was ordered was answered and is stored");
    }

    @Test
    void another_payment_than_was_answered_is_found() throws SQLException {
        PaymentOrder ordered = orderOf(completed).referring("something else");
        Payment answered =
                new Payment(
                        completed.id(),
                        completed.status(),
                        null,
                        ordered.debtorAccount(),
                        ordered.creditorAccount(),
                        ordered.amount(),
                        ordered.reference(),
                        completed.createdAt(),
                        completed.endedAt());
        assertThat(
                        Invariants.violations(
                                suite, List.of(new Receipt(std.id(), "a key", ordered, answered))))
                .extracting(Violation::invariant)
                .containsExactly("what was ordered was answered and is stored");
    }

    @Test
    void two_payments_for_one_key_are_found() throws SQLException {
        assertThat(Invariants.violations(suite, List.of(receipt(completed), receipt(another))))
                .extracting(Violation::invariant)
                .containsExactly("repeats with one key were answered with one payment");
    }

    @Test
    void every_invariant_is_broken_once() {
        List<String> withReceipts = ReceiptInvariants.ALWAYS.stream().map(Invariant::name).toList();
        assertThat(Stream.concat(Break.all().map(Break::invariant), withReceipts.stream()))
                .containsAll(Invariants.ALL.stream().map(Invariant::name).toList());
    }

    /// Opens an account, deposits money, and returns its IBAN.
    private String openedWithMoney() {
        String iban = Ibans.dutch();
        std.deposits(std.opens(NewAccount.in("EUR").withIban(iban)), EURO);
        return iban;
    }

    /// Opens an account and returns its IBAN.
    private String opened() {
        String iban = Ibans.dutch();
        std.opens(NewAccount.in("EUR").withIban(iban));
        return iban;
    }

    private Payment ordered(String debtor, String creditor) {
        PaymentOrder order = PaymentOrder.of(debtor, creditor, EURO);
        String key = UUID.randomUUID().toString();
        return std.asks(order, Tenant.IDEMPOTENCY_KEY, key).expecting(202).as(Payment.class);
    }

    private Receipt receipt(Payment payment) {
        return new Receipt(std.id(), "one key", orderOf(payment), payment);
    }

    private static PaymentOrder orderOf(Payment payment) {
        return new PaymentOrder(
                payment.debtorAccount(),
                payment.creditorAccount(),
                payment.amount(),
                payment.reference());
    }

    private static Payment like(Payment other, String id, String status) {
        return like(other, id, status, other.endedAt());
    }

    private static Payment like(
            Payment other, String id, String status, @Nullable Instant endedAt) {
        return new Payment(
                id,
                status,
                null,
                other.debtorAccount(),
                other.creditorAccount(),
                other.amount(),
                other.reference(),
                other.createdAt(),
                endedAt);
    }
}
