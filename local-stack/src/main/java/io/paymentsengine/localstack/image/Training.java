package io.paymentsengine.localstack.image;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.demo.Demo;
import io.paymentsengine.localstack.demo.Errands;
import io.paymentsengine.localstack.process.StartFailed;
import io.paymentsengine.localstack.service.Places;
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

/// Implements `./mvnw -Ptraining`: starts each image's JVM on the image's own files, makes some
/// payments, and has the JVM write what it learned about its classes to an AOT cache. JVMs of the
/// next images then need not learn it again at each start.
public final class Training {

    private static final Path FOLDER = Path.of("suite-tests", "target", "training");

    /// Enough for the JVM to see that the code of a payment is hot.
    private static final int PAYMENTS = 300;

    private static final String OUTPUT = "service.aot";

    private final Console console;
    private final Path folder = Repository.folder().resolve(FOLDER);
    private final Map<Service, Image> images = new EnumMap<>(Service.class);

    private Training(Console console) {
        this.console = console;
    }

    /// Exits with 0 if each service has a cache now, else with 1.
    public static void main(String[] arguments) throws IOException {
        Console console = new Console(System.out);
        try {
            new Training(console).run();
        } catch (StartFailed | IllegalStateException | UncheckedIOException failed) {
            console.say("FAILED: " + failed.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        for (Service service : Service.values()) {
            console.say("unpacking the image of " + service.title());
            images.put(service, ImageArchive.of(service).unpack(folder.resolve(service.title())));
        }
        try (ImageStack stack = new ImageStack(recording(), folder.resolve("run"))) {
            stack.startStores();
            for (Service service : Service.values()) {
                stack.service(service).start();
                console.say(service.title() + " is ready");
            }
            pay(stack.places());
            for (Service service : Service.values()) {
                stack.service(service).stop();
                keep(service, stack.tmp(service).resolve(OUTPUT));
            }
        }
    }

    private Map<Service, Image> recording() {
        Map<Service, Image> recording = new EnumMap<>(images);
        recording.replaceAll(
                (_, image) ->
                        image.without(AotCache.OPTIONS)
                                .with(List.of("-XX:AOTCacheOutput=/tmp/" + OUTPUT)));
        return recording;
    }

    private void pay(Places places) {
        List<String> said = new ArrayList<>();
        if (!new Demo(places, said::add).play()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), said));
        }
        new Errands(places).run(PAYMENTS);
        console.say("%d payments completed".formatted(PAYMENTS));
    }

    private void keep(Service service, Path output) throws IOException {
        if (!Files.exists(output)) {
            throw new IllegalStateException(
                    "%s wrote no AOT cache; see its log in %s".formatted(service.title(), folder));
        }
        long mebibytes = Files.size(output) >> 20;
        prove(service, output);
        AotCache.of(service).keep(output, of(service).root().resolve("app"));
        console.say("%s has an AOT cache of %d MiB".formatted(service.title(), mebibytes));
    }

    /// Verifies that the image's JVM starts even if the file is not a cache, and that it uses the
    /// cache: with `-XX:AOTMode=on` it exits with the reason if it doesn't.
    private void prove(Service service, Path output) {
        Image image =
                of(service)
                        .without(AotCache.OPTIONS)
                        .with(ImageStack.AS_IN_A_POD)
                        .with(AotCache.USE)
                        .with(List.of("--dry-run"));
        Path tmp = folder.resolve("proof").resolve(service.title());
        image.add(AotCache.IN_IMAGE, Repository.tenantsFile());
        image.run(tmp);
        image.add(AotCache.IN_IMAGE, output);
        image.with(List.of("-XX:AOTMode=on")).run(tmp);
    }

    private Image of(Service service) {
        return Objects.requireNonNull(images.get(service));
    }
}
