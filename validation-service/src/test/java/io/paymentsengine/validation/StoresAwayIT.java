package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.localstack.testing.WithStores;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/// When anything that validation depends on is unavailable for a while, it pauses, and then decides everything.
@WithStores(database = "validation", redis = true, isolated = true)
class StoresAwayIT extends AtTheDoor {

    @Autowired MeterRegistry meters;
    @Autowired StringRedisTemplate redis;
    private Wire wire;

    @BeforeEach
    void pick_up() {
        wire = new Wire(stores.bootstrapServers());
        Command first = command();
        wire.send(first);
        wire.answerTo(first);
    }

    @AfterEach
    void hang_up() {
        wire.close();
    }

    @Test
    void redis_stopped_pauses_validation_and_skips_nothing() {
        stores.redis().stop();
        List<Command> commands = sendSome();

        nothingIsDecidedOf(commands);
        previewIsUnavailable();
        stores.redis().start();

        everythingIsApproved(commands);
    }

    @Test
    void redis_killed_in_the_middle_loses_nothing_and_doubles_nothing() {
        List<Command> before = sendSome();
        stores.redis().kill();
        List<Command> after = sendSome();
        stores.redis().start();

        everythingIsApproved(before);
        everythingIsApproved(after);
    }

    /// While Redis hangs, the batch fails and is retried, instead of waiting with everything that it holds.
    @Test
    void redis_hanging_pauses_validation_and_skips_nothing() {
        long rolledBack = rolledBack();
        stores.redis().pause();
        List<Command> commands = sendSome();

        await().atMost(Duration.ofSeconds(30)).until(() -> rolledBack() > rolledBack + 2);
        nothingIsDecidedOf(commands);
        previewIsUnavailable();
        stores.redis().resume();

        everythingIsApproved(commands);
    }

    @Test
    void account_service_failing_pauses_validation_and_skips_nothing() {
        accounts.fail(503);
        List<Command> commands = sendSome();

        nothingIsDecidedOf(commands);
        accounts.recover();

        everythingIsApproved(commands);
    }

    @Test
    void an_answer_of_account_service_that_makes_no_sense_is_no_fault_of_the_payments() {
        accounts.fail(400);
        List<Command> commands = sendSome();

        nothingIsDecidedOf(commands);
        accounts.recover();

        everythingIsApproved(commands);
    }

    /// Happens when a tenant is being added and one of the services has not read the new registry yet.
    @Test
    void a_tenant_that_account_service_does_not_know_keeps_no_other_waiting() {
        String debtor = accounts.open(NED);
        Command first = Command.of(NED, debtor, accounts.open(NED));
        List<Command> theirs = Stream.generate(first::another).limit(100).toList();
        accounts.forget(NED);
        wire.send(theirs);
        List<Command> ours = sendSome();
        wire.send(first);

        everythingIsApproved(ours);
        theirs.forEach(
                each -> assertThat(wire.answerTo(each).deadFor()).isEqualTo("unknown-tenant"));
        assertThat(accounts.questionsAbout(debtor)).hasSizeLessThan(theirs.size());
        accounts.recover();
        Command later = first.another();
        wire.send(later);
        assertThat(wire.answerTo(later).outcome()).isEqualTo("APPROVED");
    }

    @Test
    void an_entry_of_the_cache_that_cannot_be_read_is_as_if_it_were_not_there() {
        Command command = command();
        wire.send(command);
        wire.answerTo(command);
        Set<String> entries = redis.keys("*:account:*");
        assertThat(entries).isNotEmpty();
        entries.forEach(entry -> redis.opsForValue().set(entry, "an older form"));
        Command next = command.another();

        wire.send(next);

        assertThat(wire.answerTo(next).outcome()).isEqualTo("APPROVED");
    }

    @Test
    void postgres_restarted_pauses_validation_and_skips_nothing() {
        stores.postgres().kill();
        List<Command> commands = sendSome();
        stores.postgres().start();

        everythingIsApproved(commands);
    }

    @Test
    void decisions_are_metered_by_tenant_and_outcome() {
        Command approved = command();
        Command declined = Command.of(STD, approved.debtor(), approved.debtor());
        double before = metered("SAME_ACCOUNT");

        wire.send(approved, declined);
        wire.answerTo(approved);
        wire.answerTo(declined);

        assertThat(metered("SAME_ACCOUNT")).isEqualTo(before + 1);
        assertThat(metered("approved")).isPositive();
    }

    private long rolledBack() {
        return database()
                .sql("SELECT xact_rollback FROM pg_stat_database WHERE datname = 'validation'")
                .query(Long.class)
                .single();
    }

    private double metered(String outcome) {
        return Stream.ofNullable(
                        meters.find("payments.decisions")
                                .tags("tenant", STD, "outcome", outcome)
                                .counter())
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private List<Command> sendSome() {
        List<Command> commands = Stream.generate(this::command).limit(50).toList();
        wire.send(commands);
        return commands;
    }

    private Command command() {
        return Command.of(STD, accounts.open(STD), accounts.open(STD)).reference("Once only");
    }

    /// Waits until the batch has failed a few times.
    private void nothingIsDecidedOf(List<Command> commands) {
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            wire.listen();
                            return commands.stream().allMatch(each -> wire.heard(each).isEmpty());
                        });
        assertThat(decisionsOn(commands)).isZero();
    }

    private void everythingIsApproved(List<Command> commands) {
        assertThat(commands)
                .allSatisfy(
                        each -> assertThat(wire.answerTo(each).outcome()).isEqualTo("APPROVED"));
        assertThat(commands)
                .allMatch(each -> wire.heard(each).stream().noneMatch(Wire.Answer::isDead));
        assertThat(decisionsOn(commands)).isEqualTo(commands.size());
    }

    private void previewIsUnavailable() {
        String preview = preview(accounts.open(STD), accounts.open(STD), "1.00");

        post(STD, VALIDATIONS, preview).expectStatus().isEqualTo(503);
    }
}
