package io.paymentsengine.platform.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

@Timeout(60)
class GroupCommitTest {

    private static final int SECONDS_MAX = 30;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstIsCommitting = new CountDownLatch(1);
    private final CountDownLatch firstMayCommit = new CountDownLatch(1);

    @AfterEach
    void dismiss_callers() {
        callers.shutdownNow();
    }

    @Test
    void what_arrives_while_one_commits_is_the_next_group() throws Exception {
        try (var writer =
                new GroupCommit<>("test", 100, 100, Duration.ZERO, this::commitFirstSlowly)) {
            List<Future<Integer>> results = submit(writer, 10);
            firstMayCommit.countDown();

            for (int i = 0; i < 10; i++) {
                assertThat(results.get(i).get()).isEqualTo(i * 2);
            }
            assertThat(groups).extracting(List::size).containsExactly(1, 9);
        }
    }

    @Test
    void a_group_has_a_limit() throws Exception {
        try (var writer =
                new GroupCommit<>("test", 4, 100, Duration.ZERO, this::commitFirstSlowly)) {
            List<Future<Integer>> results = submit(writer, 10);
            firstMayCommit.countDown();

            for (Future<Integer> result : results) {
                result.get();
            }
            assertThat(groups).extracting(List::size).containsExactly(1, 4, 4, 1);
        }
    }

    /// With an hour between groups, only closing the writer makes the second group start.
    @Test
    void a_busy_writer_lets_a_group_gather() throws Exception {
        List<Future<Integer>> results;
        try (var writer =
                new GroupCommit<>("test", 100, 100, Duration.ofHours(1), this::commitFirstSlowly)) {
            results = submit(writer, 10);
            firstMayCommit.countDown();
            assertThat(results.getFirst().get()).isZero();
            assertThat(groups).extracting(List::size).containsExactly(1);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(results.get(i).get()).isEqualTo(i * 2);
        }
        assertThat(groups).extracting(List::size).containsExactly(1, 9);
    }

    @Test
    void a_full_group_waits_for_no_pace() throws Exception {
        try (var writer =
                new GroupCommit<>("test", 3, 100, Duration.ofHours(1), this::commitFirstSlowly)) {
            List<Future<Integer>> results = submit(writer, 7);
            firstMayCommit.countDown();

            for (Future<Integer> result : results) {
                result.get();
            }
            assertThat(groups).extracting(List::size).containsExactly(1, 3, 3);
        }
    }

    @Test
    void a_group_that_becomes_full_while_it_gathers_waits_no_longer() throws Exception {
        try (var writer =
                new GroupCommit<>("test", 3, 100, Duration.ofHours(1), this::commitFirstSlowly)) {
            firstMayCommit.countDown();
            assertThat(submitOne(writer, 0)).isZero();

            List<Future<Integer>> results =
                    IntStream.range(1, 4)
                            .mapToObj(i -> callers.submit(() -> submitOne(writer, i)))
                            .toList();

            for (Future<Integer> result : results) {
                result.get();
            }
            assertThat(groups).extracting(List::size).containsExactly(1, 3);
        }
    }

    @Test
    void a_command_that_fails_does_not_fail_its_companions() throws Exception {
        try (var writer = new GroupCommit<>("test", 100, 100, Duration.ZERO, this::refuseSeven)) {
            List<Future<Integer>> results = submit(writer, 10);
            firstMayCommit.countDown();

            assertThat(results.get(6).get()).isEqualTo(12);
            assertThat(results.get(8).get()).isEqualTo(16);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> results.get(7).get())
                    .withCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_store_that_fails_fails_all_and_is_asked_once() throws Exception {
        try (var writer =
                new GroupCommit<>("test", 100, 100, Duration.ZERO, this::loseTheSecondGroup)) {
            List<Future<Integer>> results = submit(writer, 10);
            firstMayCommit.countDown();

            for (Future<Integer> result : results.subList(1, 10)) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(result::get)
                        .withCauseInstanceOf(DataAccessResourceFailureException.class);
            }
            assertThat(groups).extracting(List::size).containsExactly(1, 9);
        }
    }

    @Test
    void who_finds_no_place_in_the_queue_is_told_so() throws Exception {
        try (var writer = new GroupCommit<>("test", 1, 2, Duration.ZERO, this::commitFirstSlowly)) {
            List<Future<Integer>> waiting = submit(writer, 3);

            assertThatExceptionOfType(QueueFullException.class)
                    .isThrownBy(() -> submitOne(writer, 99));

            firstMayCommit.countDown();
            for (Future<Integer> result : waiting) {
                result.get();
            }
        }
    }

    @Test
    void of_several_that_find_no_room_together_none_is_taken() throws Exception {
        try (var writer = new GroupCommit<>("test", 1, 2, Duration.ZERO, this::commitFirstSlowly)) {
            submit(writer, 2);

            assertThatExceptionOfType(QueueFullException.class)
                    .isThrownBy(() -> writer.submitAll(List.of(98, 99)));
            assertThat(writer.waiting()).isEqualTo(1);

            firstMayCommit.countDown();
        }
    }

    @Test
    void closing_commits_what_waits_and_refuses_what_comes() throws Exception {
        var writer = new GroupCommit<>("test", 2, 100, Duration.ZERO, this::commitFirstSlowly);
        List<Future<Integer>> waiting = submit(writer, 5);
        firstMayCommit.countDown();
        writer.close();

        for (Future<Integer> result : waiting) {
            assertThat(result.get()).isNotNull();
        }
        assertThatExceptionOfType(QueueFullException.class).isThrownBy(() -> submitOne(writer, 99));
    }

    @Test
    void the_callers_see_what_the_commit_throws() {
        try (var writer =
                new GroupCommit<Integer, Integer>(
                        "test",
                        10,
                        10,
                        Duration.ZERO,
                        _ -> {
                            throw new IllegalStateException("the store is away");
                        })) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> submitOne(writer, 1))
                    .withMessage("the store is away");
        }
    }

    /// An `Error` would hit the next command too: the writer stops, and tells all callers.
    @Test
    void an_error_of_the_writer_leaves_nobody_waiting() throws Exception {
        try (var writer = new GroupCommit<>("test", 1, 100, Duration.ZERO, this::breakDown)) {
            List<Future<Integer>> waiting = submit(writer, 3);
            firstMayCommit.countDown();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> waiting.getFirst().get())
                    .withRootCauseInstanceOf(LinkageError.class);
            for (Future<Integer> behind : waiting.subList(1, 3)) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(behind::get)
                        .withCauseInstanceOf(QueueFullException.class);
            }
            assertThatExceptionOfType(QueueFullException.class)
                    .isThrownBy(() -> submitOne(writer, 99));
        }
    }

    @Test
    void an_error_of_one_among_others_leaves_none_of_them_waiting() throws Exception {
        try (var writer = new GroupCommit<>("test", 4, 100, Duration.ZERO, this::breakAtTwo)) {
            List<Future<Integer>> waiting = submit(writer, 4);
            firstMayCommit.countDown();

            assertThat(waiting.get(1).get()).isEqualTo(2);
            for (Future<Integer> failed : waiting.subList(2, 4)) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(failed::get)
                        .withRootCauseInstanceOf(LinkageError.class);
            }
        }
    }

    /// The first command is submitted alone, the others while it is being committed.
    private List<Future<Integer>> submit(GroupCommit<Integer, Integer> writer, int count)
            throws InterruptedException {
        Future<Integer> first = callers.submit(() -> submitOne(writer, 0));
        assertThat(firstIsCommitting.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        List<Future<Integer>> others =
                IntStream.range(1, count).mapToObj(i -> submitWaiting(writer, i)).toList();
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private Future<Integer> submitWaiting(GroupCommit<Integer, Integer> writer, int command) {
        int before = writer.waiting();
        Future<Integer> result = callers.submit(() -> submitOne(writer, command));
        await().until(() -> writer.waiting() > before);
        return result;
    }

    private List<Integer> commitFirstSlowly(List<Integer> group) {
        groups.add(group);
        firstIsCommitting.countDown();
        await().atMost(Duration.ofSeconds(SECONDS_MAX)).until(() -> firstMayCommit.getCount() == 0);
        return group.stream().map(i -> i * 2).toList();
    }

    private List<Integer> refuseSeven(List<Integer> group) {
        List<Integer> results = commitFirstSlowly(group);
        if (group.contains(7)) {
            throw new IllegalStateException("seven");
        }
        return results;
    }

    private List<Integer> breakDown(List<Integer> group) {
        commitFirstSlowly(group);
        throw new LinkageError("a class is missing");
    }

    private List<Integer> breakAtTwo(List<Integer> group) {
        List<Integer> results = commitFirstSlowly(group);
        if (group.size() > 1) {
            throw new IllegalStateException("together");
        }
        if (group.contains(2)) {
            throw new LinkageError("a class is missing");
        }
        return results;
    }

    private List<Integer> loseTheSecondGroup(List<Integer> group) {
        List<Integer> results = commitFirstSlowly(group);
        if (groups.size() > 1) {
            throw new DataAccessResourceFailureException("the store is away");
        }
        return results;
    }

    private static int submitOne(GroupCommit<Integer, Integer> writer, int command) {
        return writer.submitAll(List.of(command)).getFirst();
    }
}
