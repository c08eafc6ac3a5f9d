package io.paymentsengine.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Signals that Java has no API to send. They exist on POSIX systems only.
enum Signal {
    STOP,
    CONTINUE;

    /// Sends the signal. Returns whether it was delivered: the process may no longer exist.
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
