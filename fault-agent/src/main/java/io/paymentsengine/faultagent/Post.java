package io.paymentsengine.faultagent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What a test and the agent in one JVM say to each other: files in a folder, because they outlive the
/// JVM. The agent reads [#points] when it starts, and halts once for each [#arm].
public record Post(Path folder) {

    private static final String SEPARATOR = "\t";

    /// What is to happen.
    ///
    /// @param point by its name
    /// @param passage at which one since this was ordered: 1 is the next
    public record Order(String point, int passage) {}

    /// What has happened.
    ///
    /// @param point by its name
    /// @param passages of the point since that JVM was started
    public record Halted(String point, long passages) {}

    /// Says where the JVM can be halted, before it is started.
    public void offer(List<Point> points) {
        write("points", points.stream().map(Point::toString).toList());
    }

    List<Point> points() {
        return read("points").map(String::lines).stream()
                .flatMap(lines -> lines)
                .map(Point::parse)
                .toList();
    }

    /// Orders a halt, whether the JVM runs or not yet. What was reported before is forgotten.
    public void arm(Order order) {
        delete("halted");
        write("armed", List.of(order.point() + SEPARATOR + order.passage()));
    }

    /// Takes the order back.
    public void disarm() {
        delete("armed");
    }

    Optional<Order> armed() {
        return read("armed")
                .map(text -> text.strip().split(SEPARATOR, -1))
                .map(parts -> new Order(parts[0], Integer.parseInt(parts[1])));
    }

    /// Carried out: after the next start the JVM goes on living.
    void report(Halted halted) {
        write("halted", List.of(halted.point() + SEPARATOR + halted.passages()));
        disarm();
    }

    /// Whether and where the JVM was halted since the last order.
    public Optional<Halted> halted() {
        return read("halted")
                .map(text -> text.strip().split(SEPARATOR, -1))
                .map(parts -> new Halted(parts[0], Long.parseLong(parts[1])));
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (NoSuchFileException takenBackMeanwhile) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A reader sees all of it or nothing.
    private void write(String name, List<String> lines) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.write(folder.resolve(name + ".part"), lines);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
