package io.paymentsengine.saga.domain;

import static io.paymentsengine.saga.domain.Sample.NOW;
import static io.paymentsengine.saga.domain.Sample.TIMEOUTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.saga.domain.Outcome.Completed;
import io.paymentsengine.saga.domain.Participants.Ask;
import io.paymentsengine.saga.domain.State.Compensating;
import io.paymentsengine.saga.domain.State.Ended;
import io.paymentsengine.saga.domain.State.Open;
import io.paymentsengine.saga.domain.State.Running;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Visits every world that one payment can reach. Anything ever sent may arrive at any time,
/// repeatedly, in any order, or never; deadlines may pass and people may intervene at any time;
/// participants may agree or refuse. The number of such worlds is finite, and all are visited.
class EveryOrderTest {

    private static final SagaEngine ENGINE = new SagaEngine(PaymentSaga.PAYMENT, TIMEOUTS);

    /// Rounds within which a saga ends in a fair world, in which every request is eventually
    /// answered.
    private static final int ROUNDS_MAX = 4;

    /// Inputs that can happen to a saga at any time without an answer from anybody.
    private static final List<Input> UNASKED =
            List.of(
                    new Input.Started(),
                    new Input.CancelRequested(),
                    new Input.StepDeadlinePassed(),
                    new Input.SagaDeadlinePassed(),
                    new Input.AttentionDeadlinePassed(),
                    new Input.Retry(),
                    new Input.Compensate());

    private static final Set<World> WORLDS = new HashSet<>();

    /// A saga, the state of its participants, and everything ever sent between them.
    private record World(
            Instance saga,
            Participants participants,
            Set<Ask> asked,
            Set<Input> answered,
            Optional<State> told) {

        private World {
            asked = Set.copyOf(asked);
            answered = Set.copyOf(answered);
        }
    }

    @BeforeAll
    static void visit_every_world() {
        Deque<World> open = new ArrayDeque<>(beginnings());
        while (!open.isEmpty()) {
            World world = open.pop();
            if (WORLDS.add(world)) {
                next(world).forEach(open::push);
            }
        }
    }

    @Test
    void every_end_is_reached() {
        assertThat(WORLDS)
                .extracting(world -> world.saga().state())
                .filteredOn(Ended.class::isInstance)
                .extracting(state -> ((Ended) state).outcome().word())
                .contains("COMPLETED", "REJECTED", "CANCELLED");
        assertThat(WORLDS.size()).isGreaterThan(100);
    }

    @Test
    void a_saga_that_ended_is_completed_or_fully_undone_whatever_arrives_later() {
        assertThat(WORLDS)
                .allSatisfy(
                        world -> {
                            if (world.saga().state() instanceof Ended ended) {
                                boolean completed = ended.outcome() instanceof Completed;
                                assertThat(world.participants().hasMoved()).isEqualTo(completed);
                                assertThat(world.participants().holds()).isFalse();
                            }
                        });
    }

    @Test
    void money_that_has_moved_is_never_asked_back() {
        assertThat(WORLDS)
                .noneMatch(
                        world ->
                                world.participants().hasMoved()
                                        && world.saga().state() instanceof Compensating);
    }

    @Test
    void money_is_held_or_moved_only_while_the_saga_knows_of_it() {
        assertThat(WORLDS)
                .filteredOn(world -> world.participants().holds())
                .allMatch(
                        world ->
                                world.saga().state() instanceof Open open
                                        && open.step() != Step.VALIDATE);
    }

    @Test
    void an_end_is_final_and_told_as_it_is() {
        for (World world : WORLDS) {
            if (world.saga().state() instanceof Ended) {
                assertThat(world.told()).contains(world.saga().state());
                next(world).forEach(later -> assertThat(later.told()).isEqualTo(world.told()));
            } else {
                assertThat(world.told()).isEmpty();
            }
        }
    }

    @Test
    void a_saga_ends_once_its_participants_answer_again() {
        assertThat(WORLDS)
                .allSatisfy(
                        world -> {
                            World fair = world;
                            for (int round = 0; round < ROUNDS_MAX; round++) {
                                fair = answeredAtLast(fair);
                            }
                            assertThat(fair.saga().state()).isInstanceOf(Ended.class);
                        });
    }

    private static List<World> beginnings() {
        return Stream.of(ENGINE.start(NOW, NOW), ENGINE.cancelUnstarted(NOW))
                .map(
                        transition ->
                                after(
                                        new World(
                                                transition.instance(),
                                                Participants.UNTOUCHED,
                                                Set.of(),
                                                Set.of(),
                                                Optional.empty()),
                                        transition))
                .toList();
    }

    private static Stream<World> next(World world) {
        Stream<Input> inputs = Stream.concat(world.answered().stream(), UNASKED.stream());
        return Stream.concat(
                inputs.map(input -> after(world, ENGINE.advance(world.saga(), input, NOW))),
                world.asked().stream().flatMap(ask -> answers(world, ask)));
    }

    private static Stream<World> answers(World world, Ask ask) {
        return world.participants()
                .answers(ask)
                .map(
                        answer ->
                                new World(
                                        world.saga(),
                                        answer.then(),
                                        world.asked(),
                                        with(world.answered(), answer.reply()),
                                        world.told()));
    }

    private static World after(World world, Transition transition) {
        Instance saga = forgetful(transition.instance());
        Set<Ask> asked = world.asked();
        Optional<State> told = world.told();
        if (transition.mustSend()) {
            switch (saga.state()) {
                case Running(var step) -> asked = with(asked, new Ask(step, false));
                case Compensating(var step, _) -> asked = with(asked, new Ask(step, true));
                case Ended ended -> told = Optional.of(ended);
            }
        }
        return new World(saga, world.participants(), asked, world.answered(), told);
    }

    /// The step is requested again, and the first of the possible answers arrives.
    private static World answeredAtLast(World world) {
        if (!(world.saga().state() instanceof Open open)) {
            return world;
        }
        Transition again = ENGINE.advance(world.saga(), new Input.StepDeadlinePassed(), NOW);
        World asking = after(world, again);
        Ask ask = new Ask(open.step(), open instanceof Compensating);
        var answer = asking.participants().answers(ask).findFirst().orElseThrow();
        World answered =
                new World(
                        asking.saga(),
                        answer.then(),
                        asking.asked(),
                        asking.answered(),
                        asking.told());
        return after(answered, ENGINE.advance(answered.saga(), answer.reply(), NOW));
    }

    /// Removes counters and times, which do not distinguish one world from another.
    private static Instance forgetful(Instance saga) {
        Deadlines since =
                saga.state() instanceof Ended
                        ? Deadlines.NONE
                        : new Deadlines(
                                NOW.plus(TIMEOUTS.step()),
                                saga.deadlines().saga(),
                                saga.deadlines().attention(),
                                NOW);
        return new Instance(
                saga.state(), since, saga.attention(), 0, JournalSize.NONE, saga.movedAt());
    }

    private static <T> Set<T> with(Set<T> set, T more) {
        Set<T> all = new HashSet<>(set);
        all.add(more);
        return all;
    }
}
