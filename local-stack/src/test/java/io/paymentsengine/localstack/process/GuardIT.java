package io.paymentsengine.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void no_process_outlives_a_killed_jvm() throws IOException {
        Process parent = start(Parent.class, folder.toString());
        ProcessHandle child = childOf(parent);
        parent.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !child.isAlive());
    }

    @Test
    void a_paused_process_does_not_outlive_it_either() throws IOException {
        Process parent = start(Parent.class, folder.toString(), "pause");
        ProcessHandle child = childOf(parent);
        parent.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !child.isAlive());
    }

    @Test
    void the_folder_of_a_killed_jvm_is_removed() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process parent = start(Parent.class, temporary.toString());
        childOf(parent);
        parent.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !Files.exists(temporary));
    }

    private static ProcessHandle childOf(Process parent) throws IOException {
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        return child;
    }

    private static Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = Stream.concat(java(program).stream(), Stream.of(arguments)).toList();
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> java(Class<?> program) {
        List<String> classPath = List.of(System.getProperty("java.class.path"));
        return Java.command(List.of("-Xmx32m"), classPath, program.getName());
    }

    /// Starts a child, prints its process id and waits to be killed.
    static final class Parent {

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Guard.ofThisJvm().removeAfterUs(folder);
            Path log = folder.resolve("child.log");
            Child child =
                    Child.start(new Launch("child", java(Waiting.class), Map.of(), folder, log));
            if (arguments.length > 1) {
                child.pause();
            }
            System.out.println(child.pid());
            System.in.read();
        }
    }

    /// Waits forever.
    static final class Waiting {

        public static void main(String[] arguments) {
            new java.util.concurrent.CompletableFuture<Void>().join();
        }
    }
}
