package io.paymentsengine.localstack;

import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.process.ProcessServer;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Places;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.localstack.service.ServiceProgram;
import io.paymentsengine.localstack.store.Database;
import io.paymentsengine.localstack.store.Databases;
import io.paymentsengine.localstack.store.Processes;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The suite on one machine, without Docker: PostgreSQL, Kafka, Redis and the four services, each
/// as a process on loopback. `./mvnw -Prun` runs it with a demo; tests use it as a library.
///
/// Its processes end when it is closed, or with this JVM at the latest.
public final class LocalStack implements AutoCloseable {

    private final Settings settings;
    private final Console console;
    private final Starting starting;
    private final ProcessServer postgres;
    private final ProcessServer kafka;
    private final ProcessServer redis;
    private final Places places;
    private final Map<Service, ServiceProgram> programs;
    private final Map<Service, ProcessServer> services;
    private final List<Server> further = new CopyOnWriteArrayList<>();
    private boolean ours;

    /// Prepares the stack; [#start] starts it.
    public LocalStack(Settings settings, Console console) {
        Processes stores =
                new Processes(
                        data(settings),
                        logs(settings),
                        settings.ports()::of,
                        _ -> settings.reached(Processes.Port.KAFKA));
        this.settings = settings;
        this.console = console;
        this.starting = new Starting(console);
        this.postgres = stores.postgres();
        this.kafka = stores.kafka();
        this.redis = stores.redis();
        this.places = places(settings);
        this.programs = each(service -> program(service, places, logs(settings)));
        this.services = each(this::server);
    }

    /// The main program of `./mvnw -Prun`.
    public static void main(String[] arguments) {
        System.exit(new Run(new Console(System.out)).run());
    }

    /// Starts everything and returns when every service reports that it is ready.
    ///
    /// @throws IllegalStateException before anything is started, if a port is taken or the folder
    ///     is in use
    /// @throws io.paymentsengine.localstack.process.StartFailed if something doesn't start
    public void start() {
        FolderInUse.takeOver(settings.folder(), console);
        ours = true;
        refuseTakenPorts();
        forgetEarlierRuns();
        try {
            startStores();
            startServices();
        } catch (RuntimeException failed) {
            starting.stop();
            Starting.inParallel(services.values(), Server::kill);
            throw failed;
        }
    }

    /// The addresses of the services and their stores.
    public Places places() {
        return places;
    }

    /// The process of a service, which tests can kill, pause and start again.
    public ProcessServer service(Service service) {
        return of(services, service);
    }

    /// The PostgreSQL process, which has the databases of all services.
    public ProcessServer postgres() {
        return postgres;
    }

    public ProcessServer kafka() {
        return kafka;
    }

    public ProcessServer redis() {
        return redis;
    }

    /// The process ids of the four services and their stores, by name.
    ///
    /// @throws IllegalStateException if one of them is not running
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        services.forEach((service, process) -> pids.put(service.title(), process.pid()));
        pids.put("postgres", postgres.pid());
        pids.put("kafka", kafka.pid());
        pids.put("redis", redis.pid());
        return pids;
    }

    /// The database of a service, at PostgreSQL's own port, even if services use a detour.
    public Database database(Service service) {
        return Database.of(postgres.host(), postgres.port(), service.database());
    }

    /// Another instance of a service, on its own ports, with the same database and upstream
    /// services. It is not started yet, and it ends with this stack. Other services keep calling
    /// the first one.
    public Server another(Service service) {
        Places here = places.moving(service, Ports.free(), Ports.free());
        Path itsLogs = logs().resolve("further").resolve(Integer.toString(further.size() + 1));
        Server other = new ProcessServer(program(service, here, itsLogs), here.of(service).port());
        further.add(other);
        return other;
    }

    /// The folder with the log files.
    public Path logs() {
        return logs(settings);
    }

    /// Whether [#quickenLaterStarts] has been done for this build.
    public boolean startsQuickly() {
        return programs.values().stream().allMatch(ServiceProgram::hasClassArchive);
    }

    /// Halves the cost of later starts of the same build. This is done once for each build; each
    /// service is unavailable for the few seconds that it takes.
    public void quickenLaterStarts() {
        Starting.inParallel(programs.keySet(), this::writeClassArchive);
    }

    /// Stops the services first, then the stores.
    @Override
    public synchronized void close() {
        starting.stop();
        Starting.inParallel(further, Server::stop);
        Starting.inParallel(services.values(), Server::stop);
        Starting.inParallel(List.of(kafka, redis, postgres), Server::stop);
        if (ours) {
            ours = false;
            FolderInUse.giveUp(settings.folder());
        }
    }

    private void refuseTakenPorts() {
        List<String> taken = settings.ports().taken();
        if (!taken.isEmpty()) {
            throw new IllegalStateException(
                    """
                    ports already in use on this machine: %s. Stop the programs that listen there, \
                    or move all ports with -Dports.offset=%d or single ones with -Dports=%s:12345\
                    """
                            .formatted(
                                    String.join(", ", taken),
                                    PortPlan.ADVISED_OFFSET,
                                    taken.getFirst().replaceAll(" .*", "")));
        }
    }

    /// After it has written its archive, a JVM may crash at the next lambda that it has not used
    /// before (seen with 25.0.3, in `LambdaProxyClassDictionary::find_lambda_proxy_class`), so it
    /// is replaced.
    private void writeClassArchive(Service service) {
        ProcessServer server = service(service);
        if (of(programs, service).writeClassArchive(server.pid())) {
            server.kill();
            server.start();
        }
    }

    private void forgetEarlierRuns() {
        Folders.remove(logs(settings));
        if (settings.fresh()) {
            Folders.remove(data(settings));
        }
    }

    private void startStores() {
        starting.all(Map.of("PostgreSQL", postgres, "Kafka", kafka, "Redis", redis));
        Databases databases = new Databases(postgres);
        Stream.of(Service.values()).map(Service::database).forEach(databases::named);
    }

    private void startServices() {
        starting.all(
                services.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        service -> service.getKey().title(), Map.Entry::getValue)));
    }

    private ServiceProgram program(Service service, Places places, Path logs) {
        return new ServiceProgram(
                service,
                places,
                settings.options(),
                settings.repository(),
                settings.folder().resolve("services").toAbsolutePath(),
                logs);
    }

    private ProcessServer server(Service service) {
        return new ProcessServer(of(programs, service), settings.ports().of(service));
    }

    private static Places places(Settings settings) {
        PortPlan ports = settings.ports();
        String host = ProcessServer.LOOPBACK;
        int postgres = settings.reached(Processes.Port.POSTGRES);
        return new Places(
                each(
                        service ->
                                new Places.Place(
                                        ports.of(service),
                                        ports.managementOf(service),
                                        Database.of(host, postgres, service.database()))),
                host + ":" + settings.reached(Processes.Port.KAFKA),
                settings.reached(Processes.Port.REDIS),
                Repository.tenantsFile());
    }

    private static <T> Map<Service, T> each(Function<Service, T> maker) {
        Map<Service, T> all = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            all.put(service, maker.apply(service));
        }
        return Collections.unmodifiableMap(all);
    }

    private static <T> T of(Map<Service, T> all, Service service) {
        return Objects.requireNonNull(all.get(service));
    }

    private static Path data(Settings settings) {
        return settings.folder().resolve("data");
    }

    private static Path logs(Settings settings) {
        return settings.folder().resolve("logs").toAbsolutePath();
    }
}
