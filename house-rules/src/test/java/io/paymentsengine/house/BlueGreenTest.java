package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tests what the script applies if the old side has seven pods.
class BlueGreenTest {

    private static final int ENDED_WITHIN_SECONDS = 60;

    /// Renders with the real kubectl, but stores what is applied instead of sending it to a
    /// cluster.
    private static final String KUBECTL =
            """
            #!/usr/bin/env bash
            case "$*" in
              kustomize*) PATH=${PATH#*:} exec kubectl "$@" ;;
              *"get deployment payment-service "*) printf 7 ;;
              apply*) cat >"$APPLIED" ;;
            esac
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"preview, 3", "shift, 7", "back, 7"})
    void the_old_side_keeps_its_pods_there_and_back(String step, int least)
            throws IOException, InterruptedException {
        assumeTrue(CombinationsTest.isRendering(), "Rendering needs bash and kustomize or kubectl");

        Map<String, Integer> minimums = minimums(applied(step));

        assertThat(minimums)
                .containsEntry("payment-service", least)
                .containsEntry("account-service", 3)
                .containsEntry("gateway", 3);
    }

    private House applied(String step) throws IOException, InterruptedException {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path kubectl = programs.resolve("kubectl");
        Files.writeString(kubectl, KUBECTL);
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        Path applied = folder.resolve("applied");
        ProcessBuilder script =
                new ProcessBuilder("bash", "scripts/blue-green.sh", step, "production")
                        .directory(House.OURS.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile());
        script.environment().put("APPLIED", applied.toString());
        script.environment()
                .merge(
                        "PATH",
                        programs.toString(),
                        (path, first) -> first + File.pathSeparator + path);
        Process process = script.start();
        assertThat(process.waitFor(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return WrongHouse.of(
                folder.resolve("house"), "k8s/applied.yaml", Files.readString(applied));
    }

    private static Map<String, Integer> minimums(House house) {
        return Manifest.ofKind(house, "HorizontalPodAutoscaler")
                .collect(
                        Collectors.toMap(
                                Manifest::name,
                                scaler -> scaler.spec().path("minReplicas").asInt(0)));
    }
}
