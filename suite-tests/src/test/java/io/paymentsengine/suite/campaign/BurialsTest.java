package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.suite.campaign.Poison.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurialsTest {

    private static final String TENANT = "NED-001";

    private final Poison unreadable = poison(Kind.NOT_JSON, Topics.ACCOUNT_COMMANDS);
    private final Poison believed = poison(Kind.UNKNOWN_PAYMENT, Topics.VALIDATION_COMMANDS);

    @Test
    void poison_is_to_be_buried_for_its_reason() {
        assertThat(findings(letter(unreadable, "malformed-value"))).isEmpty();
        assertThat(findings()).singleElement().asString().startsWith("is not a dead letter: ");
        assertThat(findings(letter(unreadable, "handling-failed")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("is not a dead letter: "))
                .anySatisfy(line -> assertThat(line).startsWith("should not be a dead letter: "));
    }

    @Test
    void poison_that_comes_again_is_buried_again() {
        DeadLetter letter = letter(unreadable, "malformed-value");
        assertThat(findings(letter, letter)).isEmpty();
    }

    @Test
    void what_is_believed_is_answered_to_nobody() {
        DeadLetter buried = letter(unreadable, "malformed-value");
        DeadLetter answer = answer(TENANT, believed.payment());

        assertThat(findings(buried, answer)).isEmpty();
        assertThat(findings(buried, answer("STD-001", believed.payment()))).hasSize(1);
        assertThat(findings(buried, answer(TENANT, "a payment"))).hasSize(1);
    }

    @Test
    void what_is_believed_is_not_buried() {
        assertThat(findings(letter(unreadable, "malformed-value"), letter(believed, "a reason")))
                .singleElement()
                .asString()
                .startsWith("should not be a dead letter: ");
    }

    @Test
    void what_nobody_poisoned_is_no_dead_letter() {
        DeadLetter sound =
                new DeadLetter(
                        Topics.ACCOUNT_COMMANDS.name(),
                        "an id",
                        "handling-failed",
                        "the database was away",
                        TENANT,
                        "a payment");
        assertThat(new Burials(List.of(), List.of(sound)).findings())
                .singleElement()
                .asString()
                .startsWith("should not be a dead letter: ")
                .contains("the database was away");
    }

    private List<String> findings(DeadLetter... letters) {
        return new Burials(List.of(unreadable, believed), List.of(letters)).findings().toList();
    }

    private static Poison poison(Kind kind, Topic<?> topic) {
        return Poison.of(kind, topic, TENANT, "a stranger's payment");
    }

    private static DeadLetter letter(Poison poison, String reason) {
        return new DeadLetter(
                poison.topic().name(), poison.id(), reason, "", poison.tenant(), "a key");
    }

    private static DeadLetter answer(String tenant, String payment) {
        return new DeadLetter(
                Topics.SAGA_REPLIES.name(), "an id", "unknown-payment", "", tenant, payment);
    }
}
