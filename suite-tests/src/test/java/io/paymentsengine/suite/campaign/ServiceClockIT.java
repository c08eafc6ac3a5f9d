package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paymentsengine.localstack.process.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests with another process that prints the time on request.
class ServiceClockIT {

    private static final TemporalUnitOffset ABOUT = within(20, ChronoUnit.SECONDS);

    private Process process;
    private Writer questions;
    private BufferedReader answers;

    @BeforeEach
    void start() throws IOException {
        String classes = Java.codeOf(ServiceClockIT.class).toString();
        List<String> command = Java.command(List.of(), List.of(classes), Teller.class.getName());
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void steps_forward_and_back_and_is_set_right() throws IOException {
        assertThat(time()).isCloseTo(Instant.now(), ABOUT);
        set(Duration.ofMinutes(3));
        assertThat(time()).isCloseTo(Instant.now().plusSeconds(180), ABOUT);
        set(Duration.ofMinutes(-3));
        assertThat(time()).isCloseTo(Instant.now().minusSeconds(180), ABOUT);
        set(Duration.ZERO);
        assertThat(time()).isCloseTo(Instant.now(), ABOUT);
    }

    private void set(Duration offBy) {
        ServiceClock.set(process.pid(), offBy);
    }

    private Instant time() throws IOException {
        questions.write("what time is it?" + System.lineSeparator());
        questions.flush();
        return Instant.parse(answers.readLine());
    }

    /// The main class of the other process.
    static final class Teller {

        private Teller() {}

        public static void main(String[] arguments) {
            Clock clock = Clock.systemUTC();
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(_ -> System.out.println(clock.instant()));
        }
    }
}
