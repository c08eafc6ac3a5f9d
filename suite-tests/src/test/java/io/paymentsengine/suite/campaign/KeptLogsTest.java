package io.paymentsengine.suite.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLogsTest {

    @TempDir Path folder;

    @Test
    void a_run_that_goes_wrong_again_leaves_its_latest_logs() throws IOException {
        say("at first");
        KeptLogs.keep(folder, "seed 7");
        say("again");

        assertThat(KeptLogs.keep(folder, "seed 7"))
                .hasValueSatisfying(
                        kept -> assertThat(kept.resolve("kafka.log")).hasContent("again"));
        assertThat(folder.resolve("logs")).doesNotExist();
    }

    @Test
    void where_nothing_was_said_nothing_is_kept() {
        assertThat(KeptLogs.keep(folder, "seed 7")).isEmpty();
    }

    private void say(String text) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("logs")).resolve("kafka.log"), text);
    }
}
