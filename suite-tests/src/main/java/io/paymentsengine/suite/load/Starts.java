package io.paymentsengine.suite.load;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.localstack.Numbers;
import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.image.AotCache;
import io.paymentsengine.localstack.image.Image;
import io.paymentsengine.localstack.image.ImageArchive;
import io.paymentsengine.localstack.image.ImageStack;
import io.paymentsengine.localstack.process.ProcessServer;
import io.paymentsengine.localstack.process.StartFailed;
import io.paymentsengine.localstack.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The program behind `./mvnw -Pstarts`: measures what a service's start costs until it is ready. Each
/// service is started by itself from the files of its image, alternately with and without the AOT cache that
/// the image contains.
public final class Starts {

    private static final Path FOLDER = Path.of("suite-tests", "target", "starts");

    private final Console console;
    private final int repeats;
    private final Path folder = Repository.folder().resolve(FOLDER);
    private final Map<Service, Path> caches = new EnumMap<>(Service.class);
    private final Map<Service, List<Start>> with = new EnumMap<>(Service.class);
    private final Map<Service, List<Start>> without = new EnumMap<>(Service.class);

    private Starts(Console console, int repeats) {
        this.console = console;
        this.repeats = repeats;
    }

    /// The main method. The exit code is 0 whatever was measured, 1 if a service failed to start, and 2 if
    /// the settings are invalid.
    public static void main(String[] arguments) throws IOException {
        Console console = new Console(System.out);
        int repeats;
        try {
            repeats = Numbers.ofSystemProperties().odd("repeats", 3);
        } catch (IllegalArgumentException misunderstood) {
            console.print(String.valueOf(misunderstood.getMessage()));
            System.exit(2);
            return;
        }
        try {
            new Starts(console, repeats).run();
        } catch (StartFailed | IllegalStateException | UncheckedIOException failed) {
            console.say("FAILED: " + failed.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        Map<Service, Image> images = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            console.say("unpacking the image of " + service.title());
            Image image = ImageArchive.of(service).unpack(folder.resolve(service.title()));
            images.put(service, image);
            caches.put(service, cacheIn(image));
        }
        try (ImageStack stack = new ImageStack(images, folder.resolve("run"))) {
            stack.startStores();
            for (Service service : Service.values()) {
                measured(stack, service);
            }
            console.say("tables and topics are created");
            for (int repeat = 0; repeat < repeats; repeat++) {
                measureAll(stack);
            }
        }
        print();
    }

    private void measureAll(ImageStack stack) throws IOException {
        for (Service service : Service.values()) {
            note(with, service, measured(stack, service));
            Path options = of(caches, service).resolveSibling("options");
            String used = Files.readString(options);
            Files.writeString(options, "");
            note(without, service, measured(stack, service));
            Files.writeString(options, used);
            console.say(service.title() + " was started with and without its cache");
        }
    }

    private static Start measured(ImageStack stack, Service service) {
        ProcessServer server = stack.service(service);
        long begin = System.nanoTime();
        server.start();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Processes process = new Processes(Map.of(service.title(), server.pid()));
        Start start =
                new Start(
                        Objects.requireNonNull(process.cpuMillis().get(service.title())) / 1e3,
                        seconds,
                        process.residentMebibytes().getOrDefault(service.title(), 0.0));
        server.stop();
        return start;
    }

    private void print() throws IOException {
        Machine.described().forEach((name, value) -> console.print(name + ": " + value));
        console.print("");
        console.print("medians of %d, until ready".formatted(repeats));
        console.print(Start.HEAD);
        for (Service service : Service.values()) {
            Start withCache = Start.median(of(with, service));
            Start withoutCache = Start.median(of(without, service));
            console.print(
                    withCache.line(
                            service.title(), withoutCache, Files.size(of(caches, service)) >> 20));
        }
    }

    private static Path cacheIn(Image image) {
        Path cache = image.root().resolve(AotCache.IN_IMAGE);
        if (!Files.exists(cache)) {
            throw new IllegalStateException(
                    "the image in %s has no AOT cache; run -Ptraining, then -Pimages again"
                            .formatted(image.root()));
        }
        return cache;
    }

    private static void note(Map<Service, List<Start>> starts, Service service, Start start) {
        starts.computeIfAbsent(service, _ -> new ArrayList<>()).add(start);
    }

    private static <T> T of(Map<Service, T> all, Service service) {
        return Objects.requireNonNull(all.get(service));
    }
}
