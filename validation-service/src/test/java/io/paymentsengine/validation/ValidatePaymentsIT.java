package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.validation.Wire.Answer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValidatePaymentsIT extends OnRealStores {

    private static final String IBAN = "DE89370400440532013000";

    private Wire wire;

    @BeforeEach
    void pick_up() {
        wire = new Wire(stores.bootstrapServers());
    }

    @AfterEach
    void hang_up() {
        wire.close();
    }

    @Test
    void a_payment_is_approved_between_the_accounts_that_its_references_mean() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        accounts.give(STD, creditor, IBAN);
        Command command = Command.of(STD, debtor, IBAN);

        wire.send(command);

        Answer answer = wire.answerTo(command);
        assertThat(answer.outcome()).isEqualTo("APPROVED");
        assertThat(answer.body().get("debtor").asString()).isEqualTo(debtor);
        assertThat(answer.body().get("creditor").asString()).isEqualTo(creditor);
    }

    @Test
    void each_payment_of_a_batch_gets_its_own_answer() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        String foreign = accounts.open(NED);
        String yen = accounts.add(STD, new PaymentId(Ids.next()).toString(), "OPEN", "JPY");
        String frozen = accounts.add(STD, new PaymentId(Ids.next()).toString(), "FROZEN", "EUR");
        String closed = accounts.add(STD, new PaymentId(Ids.next()).toString(), "CLOSED", "EUR");
        List<Command> commands =
                List.of(
                        Command.of(STD, debtor, creditor),
                        Command.of(STD, debtor, debtor),
                        Command.of(STD, debtor, foreign),
                        Command.of(NED, foreign, debtor),
                        Command.of(STD, debtor, frozen),
                        Command.of(STD, closed, creditor),
                        Command.of(STD, debtor, yen),
                        Command.of(STD, debtor, creditor).amount(5_000_001, "EUR"),
                        Command.of(STD, debtor, creditor).amount(100, "CHF"),
                        Command.of(STD, debtor, "DE88370400440532013000"),
                        Command.of(STD, debtor, creditor).reference("CARDINAL Richelieu & Co"));

        wire.send(commands);

        assertThat(commands.stream().map(each -> wire.answerTo(each).outcome()))
                .containsExactly(
                        "APPROVED",
                        "SAME_ACCOUNT",
                        "ACCOUNT_UNKNOWN",
                        "ACCOUNT_UNKNOWN",
                        "ACCOUNT_FROZEN",
                        "ACCOUNT_CLOSED",
                        "CURRENCY_MISMATCH",
                        "AMOUNT_OVER_LIMIT",
                        "CURRENCY_NOT_ALLOWED",
                        "IBAN_INVALID",
                        "REVIEW_REQUIRED");
    }

    @Test
    void a_command_that_comes_again_gets_the_same_answer_whatever_has_changed() {
        Command approved = Command.of(STD, accounts.open(STD), accounts.open(STD));
        String late = new PaymentId(Ids.next()).toString();
        Command declined = Command.of(STD, accounts.open(STD), late);
        wire.send(approved, declined);
        Answer yes = wire.answerTo(approved);
        Answer no = wire.answerTo(declined);

        accounts.add(STD, approved.debtor(), "CLOSED", "EUR");
        accounts.add(STD, late, "OPEN", "EUR");
        stores.flushRedis();
        wire.send(approved, declined);

        assertThat(wire.answersTo(approved, 2)).containsExactly(yes, yes);
        assertThat(wire.answersTo(declined, 2)).containsExactly(no, no);
        assertThat(decisionsOn(approved)).isEqualTo(1);
        assertThat(decisionsOn(declined)).isEqualTo(1);
    }

    @Test
    void a_command_that_comes_twice_at_once_is_decided_once_and_answered_twice() {
        Command command = Command.of(STD, accounts.open(STD), accounts.open(STD));

        wire.send(command, command, command);

        List<Answer> answers = wire.answersTo(command, 3);
        assertThat(answers).hasSize(3);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(decisionsOn(command)).isEqualTo(1);
    }

    @Test
    void the_same_payment_id_of_two_tenants_is_two_payments() {
        Command standard = Command.of(STD, accounts.open(STD), accounts.open(STD));
        Command nederland = standard.forTenant(NED);

        wire.send(standard, nederland);

        assertThat(wire.answerTo(standard).outcome()).isEqualTo("APPROVED");
        assertThat(wire.answerTo(nederland).outcome()).isEqualTo("ACCOUNT_UNKNOWN");
    }

    /// All payments have the same time: partitions are read in any order, and an earlier payment does not count
    /// those requested after it.
    @Test
    void an_account_pays_as_often_as_its_limit_allows_and_no_oftener() {
        String debtor = accounts.open(NED);
        String creditor = accounts.open(NED);
        Instant moment = Instant.now();
        List<Command> commands =
                Stream.generate(() -> Command.of(NED, debtor, creditor).requestedAt(moment))
                        .limit(700)
                        .toList();

        wire.send(commands);

        assertThat(commands.stream().map(each -> wire.answerTo(each).outcome()))
                .containsOnly("APPROVED", "VELOCITY_EXCEEDED");
        assertThat(approved(commands)).hasSize(600);
    }

    @Test
    void what_comes_again_is_counted_once() {
        String debtor = accounts.open(NED);
        String creditor = accounts.open(NED);
        List<Command> first =
                Stream.generate(() -> Command.of(NED, debtor, creditor)).limit(400).toList();
        List<Command> second =
                Stream.generate(() -> Command.of(NED, debtor, creditor)).limit(200).toList();

        wire.send(first);
        wire.send(first);
        wire.send(second);

        assertThat(approved(first)).hasSize(400);
        assertThat(approved(second)).hasSize(200);
    }

    @Test
    void the_same_payment_once_more_with_the_same_reference_is_suspected() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        Command first = Command.of(STD, debtor, creditor).reference("Rent for May");
        Command duplicate = Command.of(STD, debtor, creditor).reference("Rent for May");
        List<Command> others =
                List.of(
                        Command.of(STD, debtor, creditor).reference("Rent for June"),
                        Command.of(STD, debtor, creditor)
                                .reference("Rent for May")
                                .amount(101, "EUR"),
                        Command.of(STD, creditor, debtor).reference("Rent for May"));

        wire.send(first);
        assertThat(wire.answerTo(first).outcome()).isEqualTo("APPROVED");
        wire.send(duplicate);
        wire.send(others);

        assertThat(wire.answerTo(duplicate).outcome()).isEqualTo("DUPLICATE_SUSPECTED");
        assertThat(wire.answerTo(duplicate).body().get("reason").get("detail").asString())
                .contains(first.payment().toString());
        assertThat(approved(others)).isEqualTo(others);
    }

    @Test
    void without_a_reference_nothing_is_suspected() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        List<Command> commands =
                Stream.generate(() -> Command.of(STD, debtor, creditor)).limit(3).toList();

        wire.send(commands);

        assertThat(approved(commands)).isEqualTo(commands);
    }

    @Test
    void a_flushed_redis_loses_no_payment_and_doubles_none() {
        String debtor = accounts.open(STD);
        String creditor = accounts.open(STD);
        List<Command> commands =
                Stream.generate(() -> Command.of(STD, debtor, creditor)).limit(1_000).toList();

        IntStream.range(0, 10)
                .forEach(
                        part -> {
                            wire.send(commands.subList(part * 100, part * 100 + 100));
                            stores.flushRedis();
                        });

        assertThat(approved(commands)).isEqualTo(commands);
        assertThat(commands).allMatch(each -> wire.heard(each).size() == 1);
        assertThat(decisionsOn(commands)).isEqualTo(commands.size());
    }

    @Test
    void an_answer_that_a_crash_kept_from_being_sent_is_sent_later() {
        Command command = Command.of(STD, accounts.open(STD), accounts.open(STD));

        leaveAsACrashDoes(command);

        assertThat(wire.answerTo(command).outcome()).isEqualTo("APPROVED");
        wire.send(command);
        assertThat(wire.answersTo(command, 2).stream().distinct()).hasSize(1);
        assertThat(decisionsOn(command)).isEqualTo(1);
    }

    private List<Command> approved(List<Command> commands) {
        return commands.stream()
                .filter(each -> wire.answerTo(each).outcome().equals("APPROVED"))
                .toList();
    }

    /// The decision and its answer are committed, but the answer has not been sent.
    private void leaveAsACrashDoes(Command command) {
        String answer =
                """
                {"paymentId":"%s","debtor":"%s","creditor":"%s"}
                """
                        .formatted(command.payment(), command.debtor(), command.creditor())
                        .strip();
        database()
                .sql(
                        """
                        WITH decided AS (
                            INSERT INTO decision (tenant_id, payment_id, outcome, debtor_id,
                                                  creditor_id, decided_at)
                            VALUES (:tenant, :payment::uuid, 'APPROVED', :debtor::uuid,
                                    :creditor::uuid, now()))
                        INSERT INTO outbox (created_at, messages)
                        VALUES (now() - interval '1 minute', jsonb_build_array(jsonb_build_object(
                            'topic', 'saga.replies.v1', 'key', :payment, 'value', :answer,
                            'binary', false, 'headers', jsonb_build_object(
                                'ce_type', 'io.paymentsengine.PaymentValidated.v1',
                                'x-tenant-id', :tenant)))::text)
                        """)
                .param("tenant", command.tenant())
                .param("payment", command.payment().toString())
                .param("debtor", command.debtor())
                .param("creditor", command.creditor())
                .param("answer", answer)
                .update();
    }
}
