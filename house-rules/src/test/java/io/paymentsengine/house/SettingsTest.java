package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String SERVICE = "account-service/src/main/resources/application.yaml";

    @TempDir private Path folder;

    @Test
    void every_setting_is_read_by_somebody() {
        assertThat(Setting.of(House.OURS)).isNotEmpty();
        assertThat(Setting.unread(House.OURS, Declared.by(Modules.main()))).isEmpty();
    }

    @Test
    void a_setting_that_nobody_reads_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                SERVICE,
                                """
                                server.port: ${PORT:8083}
                                server.prot: 8083
                                wrong.batchMax: 5
                                wrong.batch-min: 5
                                wrong.limits.any: 5
                                wrong.steps[0].pause: 5s
                                wrong.steps[0].length: 5s
                                """)
                        .with("k8s/a.env", "# a\nJVM_OPTS=-X\nWRONG_BATCHMAX=6\nPORT=1\n")
                        .house();
        assertThat(Setting.unread(house, Declared.by(Modules.wrong())))
                .containsExactly(
                        SERVICE + " server.prot",
                        SERVICE + " wrong.batch-min",
                        SERVICE + " wrong.steps.length",
                        "k8s/a.env JVM_OPTS");
    }

    @Test
    void every_property_is_used() {
        List<String> sources =
                House.OURS.files(".java").stream()
                        .filter(HouseFile::isMain)
                        .map(HouseFile::text)
                        .toList();
        assertThat(UnusedSettings.of(Modules.main(), sources)).isEmpty();
    }

    @Test
    void a_property_that_is_not_used_is_refused() {
        assertThat(UnusedSettings.of(Modules.wrong(), List.of("\"${wrong.steps}\"")))
                .containsExactly("WrongProperties wrong.limits");
    }

    @Test
    void no_setting_does_what_the_mesh_does() {
        assertThat(Setting.ofTheMesh(House.OURS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.ssl.enabled: true",
                "spring.http.serviceclient.accounts.read-timeout: 1s",
                "spring.http.serviceclient.accounts.base-url: https://accounts",
                "spring.kafka.security.protocol: SSL"
            })
    void a_setting_that_does_is_refused(String line) {
        House house = WrongHouse.of(folder, SERVICE, "server.port: 1\n" + line + "\n");
        assertThat(Setting.ofTheMesh(house))
                .containsExactly(SERVICE + " " + line.substring(0, line.indexOf(": ")));
    }
}
