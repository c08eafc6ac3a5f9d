package io.paymentsengine.localstack.image;

import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.process.ProcessServer;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.service.Places;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.localstack.store.Database;
import io.paymentsengine.localstack.store.Databases;
import io.paymentsengine.localstack.store.Processes;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Runs the services from their images, with stores of their own, on free ports. The caller starts
/// each service.
public final class ImageStack implements AutoCloseable {

    /// The settings that a JVM derives from a pod's memory limit (768 MiB), for JVMs that see the
    /// whole machine.
    static final List<String> AS_IN_A_POD = List.of("-XX:MaxRAM=768m", "-XX:+UseSerialGC");

    private static final String TENANTS = "etc/payments/tenants.yaml";

    private final Path folder;
    private final List<ProcessServer> stores;
    private final Databases databases;
    private final Places places;
    private final Map<Service, ProcessServer> services = new EnumMap<>(Service.class);

    /// Prepares the stack without starting anything.
    ///
    /// @param folder is emptied; it gets data, logs, and the `/tmp` of each service
    public ImageStack(Map<Service, Image> images, Path folder) {
        this.folder = folder.toAbsolutePath();
        Folders.remove(folder);
        Map<Processes.Port, Integer> ports = new EnumMap<>(Processes.Port.class);
        for (Processes.Port port : Processes.Port.values()) {
            ports.put(port, Ports.free());
        }
        Path logs = this.folder.resolve("logs");
        Processes processes =
                new Processes(
                        folder.resolve("data"),
                        logs,
                        port -> Objects.requireNonNull(ports.get(port)));
        ProcessServer postgres = processes.postgres();
        ProcessServer kafka = processes.kafka();
        ProcessServer redis = processes.redis();
        this.stores = List.of(postgres, kafka, redis);
        this.databases = new Databases(postgres);
        this.places = places(postgres.port(), kafka.port(), redis.port());
        images.forEach(
                (service, image) -> {
                    image.add(TENANTS, Repository.tenantsFile());
                    Image alike = image.with(AS_IN_A_POD);
                    Path tmp = tmp(service);
                    Path log = logs.resolve(service.title() + ".log");
                    services.put(
                            service,
                            new ProcessServer(
                                    new ImageProgram(service, alike, places, tmp, log),
                                    places.of(service).port()));
                });
    }

    /// The folder that is the `/tmp` of a service.
    Path tmp(Service service) {
        return folder.resolve("tmp").resolve(service.title());
    }

    /// Starts the stores only.
    public void startStores() {
        stores.forEach(Server::start);
        for (Service service : Service.values()) {
            databases.named(service.database());
        }
    }

    /// A service, which the caller starts.
    public ProcessServer service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /// The addresses of the services and their stores.
    public Places places() {
        return places;
    }

    /// Ends everything that still runs. Kills services, because one in training would first write
    /// its cache.
    @Override
    public void close() {
        services.values().forEach(Server::kill);
        stores.reversed().forEach(Server::stop);
    }

    private static Places places(int postgres, int kafka, int redis) {
        Map<Service, Places.Place> all = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Database database = Database.of(ProcessServer.LOOPBACK, postgres, service.database());
            all.put(service, new Places.Place(Ports.free(), Ports.free(), database));
        }
        return new Places(all, ProcessServer.LOOPBACK + ":" + kafka, redis, Path.of("/", TENANTS));
    }
}
