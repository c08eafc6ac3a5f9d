package io.paymentsengine.faultagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests the agent in a JVM of its own.
class AgentIT {

    private static final Point FOOT =
            new Point("foot:after", Site.parse("Walk#step -> Walk#foot"), Edge.AFTER);
    private static final int KILLED = 137;

    @TempDir private Path folder;

    /// The exit code and the output of a process.
    private record End(int code, String said) {}

    @Test
    void it_does_nothing_until_it_is_told_to_halt_and_halts_once() throws Exception {
        Post post = new Post(folder);
        post.offer(List.of(FOOT));
        assertThat(walk()).isEqualTo(new End(0, "arrived"));

        post.arm(new Post.Order(FOOT.name(), 2));
        assertThat(walk()).isEqualTo(new End(KILLED, ""));
        assertThat(post.halted()).contains(new Post.Halted(FOOT.name(), 2));

        assertThat(walk()).isEqualTo(new End(0, "arrived"));
    }

    @Test
    void what_is_passed_too_seldom_halts_nothing() throws Exception {
        Post post = new Post(folder);
        post.offer(List.of(FOOT));
        post.arm(new Post.Order(FOOT.name(), 4));
        assertThat(walk()).isEqualTo(new End(0, "arrived"));
        assertThat(post.halted()).isEmpty();
    }

    private End walk() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-javaagent:%s=%s"
                                        .formatted(Path.of("target", "fault-agent.jar"), folder),
                                "-cp",
                                Path.of("target", "test-classes").toString(),
                                Walk.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new End(process.waitFor(), said);
    }
}
