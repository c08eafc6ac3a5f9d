package io.paymentsengine.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What Java can't tell another process itself; POSIX only.
enum Signal {
    STOP,
    CONTINUE;

    /// Whether it arrived: there may be no such process any more.
    boolean sendTo(ProcessHandle process) {
        return Posix.isHere() && send(process);
    }

    private boolean send(ProcessHandle process) {
        try {
            return new ProcessBuilder("kill", option(), Long.toString(process.pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String option() {
        return switch (this) {
            case STOP -> "-STOP";
            case CONTINUE -> "-CONT";
        };
    }
}
