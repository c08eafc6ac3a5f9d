package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.localstack.LocalStack;
import io.paymentsengine.localstack.Settings;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.localstack.store.Processes;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Everything that can be broken: the suite as processes on this machine, with a [Link] between its services
/// and each store.
final class MachineRoom implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Suite suite;
    private final Map<Store, Link> links;
    private final Optional<SmallDisk> disk;
    private final Poisoner poisoner;
    private final Deque<Runnable> toUndo = new ArrayDeque<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private Random random = new Random(0);
    private final Map<Service, Server> further = new EnumMap<>(Service.class);

    private MachineRoom(LocalStack stack, Map<Store, Link> links, Optional<SmallDisk> disk) {
        this.stack = stack;
        this.suite = LocalSuite.of(stack);
        this.links = links;
        this.disk = disk;
        this.poisoner = new Poisoner(stack.kafka());
    }

    /// Starts a suite with empty stores.
    ///
    /// @param smallDisk whether PostgreSQL runs on a disk that can be filled
    static MachineRoom open(boolean smallDisk, Path folder, Console console) {
        Path data = folder.resolve("data");
        Folders.remove(data);
        Map<Processes.Port, Integer> detours = new EnumMap<>(Processes.Port.class);
        for (Store store : Store.values()) {
            detours.put(store.port(), Ports.free());
        }
        LocalStack stack = new LocalStack(Settings.apart(folder).through(detours), console);
        Map<Store, Link> links = new EnumMap<>(Store.class);
        for (Store store : Store.values()) {
            int detour = Objects.requireNonNull(detours.get(store.port()));
            links.put(store, Link.between(detour, store.in(stack).port()));
        }
        Optional<SmallDisk> disk =
                smallDisk
                        ? Optional.of(SmallDisk.mountedAt(folder.resolve("small-disk")))
                        : Optional.empty();
        disk.ifPresent(small -> keepPostgresOn(small, data));
        MachineRoom room = new MachineRoom(stack, links, disk);
        try {
            stack.start();
            stack.quickenLaterStarts();
        } catch (RuntimeException failed) {
            room.close();
            throw failed;
        }
        return room;
    }

    private static void keepPostgresOn(SmallDisk disk, Path data) {
        try {
            Files.createSymbolicLink(Folders.make(data).resolve("postgres"), disk.folder());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Restores the initial state except for the data, and seeds the random numbers.
    void beginAnew(long seed) {
        undo();
        complaints.clear();
        further.values().forEach(Server::stop);
        random = new Random(seed);
    }

    boolean hasSmallDisk() {
        return disk.isPresent();
    }

    LocalStack stack() {
        return stack;
    }

    Suite suite() {
        return suite;
    }

    Random random() {
        return random;
    }

    Poisoner poisoner() {
        return poisoner;
    }

    Link link(Store store) {
        return Objects.requireNonNull(links.get(store));
    }

    SmallDisk disk() {
        return disk.orElseThrow();
    }

    /// Starts a second process of each service, if there is none yet.
    List<Server> further() {
        List<CompletableFuture<Server>> starting =
                Stream.of(Service.values())
                        .map(
                                service ->
                                        CompletableFuture.supplyAsync(
                                                () -> secondInstance(service),
                                                Thread::startVirtualThread))
                        .toList();
        return starting.stream().map(CompletableFuture::join).toList();
    }

    /// Starts a second process of this service, and returns when each of the two has partitions to read.
    void awaitSecondInstance(Service service) {
        secondInstance(service);
        Awaitility.await("two readers")
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> Wire.readers(stack.kafka(), service) == 2 * Wire.topics(service));
    }

    /// Whether a single process ends up reading all topics of the service; it may first finish what it has
    /// begun.
    boolean isTakenOver(Service service) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> Wire.readers(stack.kafka(), service) == Wire.topics(service));
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }

    private Server secondInstance(Service service) {
        Server secondInstance;
        synchronized (further) {
            secondInstance = further.computeIfAbsent(service, stack::another);
        }
        secondInstance.start();
        return secondInstance;
    }

    /// Starts a database that has shut down again, until it stays up.
    void mendPostgres() {
        Awaitility.await("PostgreSQL")
                .pollInSameThread()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> {
                            stack.postgres().start();
                            suite.connect(Service.PAYMENT_SERVICE).close();
                            return true;
                        });
    }

    /// The latest payment of a tenant.
    String latestPaymentOf(String tenant) {
        String sql = "SELECT id FROM payment WHERE tenant_id = ? ORDER BY id DESC LIMIT 1";
        try (var connection = suite.connect(Service.PAYMENT_SERVICE);
                var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Registers an action for the end of the fault.
    void undoLater(Runnable undo) {
        toUndo.push(undo);
    }

    /// Undoes what the fault began.
    void undo() {
        while (!toUndo.isEmpty()) {
            toUndo.pop().run();
        }
    }

    /// A thread that belongs to a fault. Its death is a complaint, because without it nothing would be broken
    /// and the run would prove nothing.
    Thread thread(String name, Runnable work) {
        return Thread.ofPlatform()
                .name(name)
                .uncaughtExceptionHandler(
                        (_, death) -> complaints.add("%s died: %s".formatted(name, death)))
                .unstarted(work);
    }

    /// Adds a complaint if a fault has not had its intended effect.
    void demand(boolean isSo, String complaint) {
        if (!isSo) {
            complaints.add(complaint);
        }
    }

    /// What went wrong with the faults themselves.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        try {
            undo();
        } finally {
            suite.close();
            links.values().forEach(Link::close);
            disk.ifPresent(SmallDisk::close);
        }
    }
}
