package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomsTest {

    @TempDir private Path folder;

    @Test
    void every_folder_with_a_pom_is_built_and_the_rules_come_last() {
        assertThat(Poms.strayModules(House.OURS)).isEmpty();
        assertThat(Poms.modules(House.OURS)).last().isEqualTo("house-rules");
    }

    @Test
    void a_module_that_is_not_built_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("pom.xml", "<project><modules><module>a</module></modules></project>")
                        .with("a/pom.xml", "<project/>")
                        .with("b/pom.xml", "<project/>")
                        .house();
        assertThat(Poms.strayModules(house)).containsExactly("b");
    }

    @Test
    void every_version_stands_in_the_parent() {
        assertThat(Poms.strayVersions(House.OURS)).isEmpty();
    }

    @Test
    void a_version_in_a_module_is_refused() {
        House house =
                WrongHouse.of(
                        folder,
                        "a/pom.xml",
                        """
                        <project>
                          <parent><version>1.0.0-SNAPSHOT</version></parent>
                          <dependencies>
                            <dependency><version>${project.version}</version></dependency>
                            <dependency><version>32.1</version></dependency>
                          </dependencies>
                        </project>
                        """);
        assertThat(Poms.strayVersions(house)).containsExactly("a/pom.xml 32.1");
    }

    @Test
    void no_library_gets_in_that_does_what_the_mesh_does() {
        assertThat(Poms.letIn(House.OURS)).isEmpty();
    }

    @Test
    void a_parent_that_lets_one_in_is_refused() {
        House house =
                WrongHouse.of(
                        folder,
                        "pom.xml",
                        """
                        <project>
                          <bannedDependencies><excludes>
                            <exclude>org.springframework.retry</exclude>
                          </excludes></bannedDependencies>
                        </project>
                        """);
        assertThat(Poms.letIn(house))
                .contains("io.github.resilience4j", "org.bouncycastle")
                .doesNotContain("org.springframework.retry");
    }

    @Test
    void the_options_that_a_jvm_is_told_to_read_are_where_jib_puts_them() {
        assertThat(Poms.missingOptions(House.OURS)).isEmpty();
    }

    @Test
    void options_in_a_folder_that_nobody_fills_are_refused() {
        House house =
                WrongHouse.of(
                        folder,
                        "pom.xml",
                        """
                        <project>
                          <path><into>/elsewhere</into></path>
                          <jvmFlag>@/aot/options</jvmFlag>
                        </project>
                        """);
        assertThat(Poms.missingOptions(house)).containsExactly("/aot/options");
    }
}
