package io.paymentsengine.faultagent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// How a test and the agent in one JVM communicate: through files in a folder, because files
/// outlive the JVM. The agent reads [#points] when it starts, and halts once for each [#arm].
public record Post(Path folder) {

    private static final String SEPARATOR = "\t";

    /// A halt that is ordered.
    ///
    /// @param point the name of the point
    /// @param passage the passage at which to halt, counted from the order: 1 is the next one
    public record Order(String point, int passage) {}

    /// A halt that has happened.
    ///
    /// @param point the name of the point
    /// @param passages how often the point was passed since that JVM started
    public record Halted(String point, long passages) {}

    /// Sets the points at which the JVM can be halted; to be called before the JVM starts.
    public void offer(List<Point> points) {
        write("points", points.stream().map(Point::toString).toList());
    }

    List<Point> points() {
        return read("points").map(String::lines).stream()
                .flatMap(lines -> lines)
                .map(Point::parse)
                .toList();
    }

    /// Orders a halt, whether or not the JVM is running yet. Discards the previous report.
    public void arm(Order order) {
        delete("halted");
        write("armed", List.of(order.point() + SEPARATOR + order.passage()));
    }

    /// Withdraws the order.
    public void disarm() {
        delete("armed");
    }

    Optional<Order> armed() {
        return read("armed")
                .map(text -> text.strip().split(SEPARATOR, -1))
                .map(parts -> new Order(parts[0], Integer.parseInt(parts[1])));
    }

    /// Reports a halt and removes its order, so that the JVM survives its next start.
    void report(Halted halted) {
        write("halted", List.of(halted.point() + SEPARATOR + halted.passages()));
        disarm();
    }

    /// Where the JVM has halted since the last order, if it has.
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

    /// Atomic: a reader sees either the whole file or none.
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
