package io.paymentsengine.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.Topics;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Hurry;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.invariants.Invariants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Restores the databases to a point in time while payments run, following docs/operations/day-two.md. Run by
/// `./mvnw -Prestore`.
@Tag("restore")
@ExtendWith(RunningSuite.class)
class RestoreJourney {

    private static final Path BACKUP = Path.of("target", "backup");
    private static final int BEFORE = 300;
    private static final int AFTER = 300;
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> TOPICS =
            Topics.all().stream()
                    .flatMap(each -> Stream.of(each.name(), each.deadLetters()))
                    .toList();

    private final LocalSuite suite;
    private final Orders orders;

    RestoreJourney(LocalSuite suite) {
        this.suite = suite;
        suite.startAnew(Hurry.GIVING_UP);
        this.orders = new Orders(suite, new Random(1));
    }

    @Test
    void all_services_agree_and_what_was_forgotten_can_be_asked_for_again() throws Exception {
        Path kept = BACKUP.toAbsolutePath();
        Folders.remove(kept);
        List<Rush.Taken> accepted = acceptedUntilTheEnd(kept);

        suite.whilePostgresRests(data -> putBack(kept, data));
        forgetTopics();
        Stream.of(Service.values()).forEach(suite::restart);
        Awaitility.await("all agree")
                .pollInSameThread()
                .pollInterval(GLANCE)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Invariants.violations(suite, List.of())).isEmpty());

        Rush.Taken forgotten = accepted.getLast();
        Order order = forgotten.order();
        Payment again = asked(order);
        assertThat(again.id()).isNotEqualTo(forgotten.payment().id());
        assertThat(asked(order).id()).isEqualTo(again.id());
        assertThat(order.kind().mayEnd(order.tenant().end(again.id()).status())).isTrue();
    }

    /// Makes payments all the time, takes a backup in the middle, and then kills all services at once.
    private List<Rush.Taken> acceptedUntilTheEnd(Path kept) {
        try (Rush rush = Rush.of(orders::next)) {
            rush.awaitAccepted(BEFORE);
            suite.whilePostgresRests(data -> copy(data, kept));
            rush.awaitAccepted(rush.accepted().size() + AFTER);
            Stream.of(Service.values()).forEach(suite::kill);
            return rush.accepted();
        }
    }

    private static Payment asked(Order order) {
        return order.tenant()
                .asks(order.payment(), Tenant.IDEMPOTENCY_KEY, order.key())
                .expecting(202)
                .as(Payment.class);
    }

    /// Deletes topics and offsets, because the messages reflect decisions of databases that no longer exist.
    private void forgetTopics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.broker()))) {
            admin.deleteTopics(TOPICS).all().get();
            Awaitility.await("topics are gone")
                    .pollInSameThread()
                    .until(
                            () ->
                                    admin.listTopics().names().get().stream()
                                            .noneMatch(TOPICS::contains));
        }
        for (Service service : Service.values()) {
            try (Connection connection = suite.connect(service);
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM consumed");
            }
        }
    }

    private static void putBack(Path kept, Path data) {
        Folders.remove(data);
        copy(kept, data);
    }

    /// Keeps owners and permissions, on which PostgreSQL insists.
    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(
                        each,
                        to.resolve(from.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
