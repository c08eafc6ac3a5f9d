package io.paymentsengine.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir Path folder;

    @Test
    void a_failed_start_shows_the_last_lines_and_names_the_log_file() {
        Child child = Child.start(java("--no-such-option"));
        assertThatThrownBy(() -> child.awaitReady(_ -> false, LONG))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("sample ended with exit code 1")
                .hasMessageContaining("sample.log")
                .hasMessageContaining("--no-such-option");
    }

    @Test
    void a_failed_start_shows_what_it_can_of_a_log_in_another_encoding() throws IOException {
        Files.write(folder.resolve("sample.log"), new byte[] {(byte) 0xe4, '\n'});
        Child child = Child.start(java("--no-such-option"));
        assertThatThrownBy(() -> child.awaitReady(_ -> false, LONG))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("--no-such-option");
    }

    @Test
    void a_program_that_is_never_ready_is_ended() {
        Child child = Child.start(java("-cp", classPath(), GuardIT.Waiting.class.getName()));
        assertThatThrownBy(() -> child.awaitReady(_ -> false, SHORT))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("was not ready within");
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void only_what_was_printed_since_the_start_counts() {
        Child.run(java("-version"));
        assertThat(folder.resolve("sample.log")).content().contains("version");
        Child second = Child.start(java("-cp", classPath(), GuardIT.Waiting.class.getName()));
        assertThat(second.hasLogged("version")).isFalse();
        second.kill();
    }

    private Launch java(String... arguments) {
        var command = new java.util.ArrayList<>(List.of(Java.executable()));
        command.addAll(List.of(arguments));
        return new Launch("sample", command, Map.of(), folder, folder.resolve("sample.log"));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
