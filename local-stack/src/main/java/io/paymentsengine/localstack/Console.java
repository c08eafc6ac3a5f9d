package io.paymentsengine.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Says what happens, with the seconds since the start; plain ASCII, so that it reads everywhere.
public final class Console {

    private final PrintStream out;
    private final Instant start = Instant.now();

    public Console(PrintStream out) {
        this.out = out;
    }

    /// Says nothing.
    public static Console silent() {
        return new Console(new PrintStream(PrintStream.nullOutputStream()));
    }

    /// An event.
    public void say(String what) {
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        print(String.format(Locale.ROOT, "[%5.1f s] %s", seconds, what));
    }

    /// A line of a result.
    public synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
