package io.paymentsengine.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What Java can't tell another process itself; POSIX only, elsewhere nothing happens.
enum Signal {
    STOP,
    CONTINUE;

    void sendTo(ProcessHandle process) {
        if (Posix.isHere()) {
            send(process);
        }
    }

    private void send(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", option(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String option() {
        return switch (this) {
            case STOP -> "-STOP";
            case CONTINUE -> "-CONT";
        };
    }
}
