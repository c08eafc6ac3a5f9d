package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinsTest {

    @TempDir private Path folder;

    @Test
    void every_script_is_there_for_both_shells() {
        assertThat(Twins.missing(House.OURS)).isEmpty();
    }

    @Test
    void a_script_for_one_shell_alone_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("scripts/both.sh", "")
                        .with("scripts/both.ps1", "")
                        .with("scripts/bash.sh", "")
                        .with("scripts/power.ps1", "")
                        .with("k8s/inside.sh", "")
                        .house();
        assertThat(Twins.missing(house)).containsExactly("scripts/bash.ps1", "scripts/power.sh");
    }

    @Test
    void every_temporary_file_is_the_same_on_all_systems() {
        assertThat(Twins.unportable(House.OURS)).isEmpty();
    }

    @Test
    void a_temporary_file_with_an_ending_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("scripts/a.sh", "a=$(mktemp target/a.XXXXXX.yaml)\n")
                        .with("scripts/b.sh", "b=$(mktemp -d target/b.XXXXXX)\nc=$(mktemp -d)\n")
                        .with("scripts/c.ps1", "$c = New-TemporaryFile\n")
                        .house();
        assertThat(Twins.unportable(house)).containsExactly("scripts/a.sh", "scripts/c.ps1");
    }

    @Test
    void every_script_for_powershell_has_its_brackets() {
        assertThat(Twins.unreadable(House.OURS)).isEmpty();
    }

    @Test
    void a_script_that_lost_a_bracket_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "scripts/a.ps1",
                                "if ($a) {\n    throw \"an { `\" in $a\" # and a {\n}\n")
                        .with("scripts/b.ps1", "    throw 'nobody asked'\n}\n")
                        .house();
        assertThat(Twins.unreadable(house)).containsExactly("scripts/b.ps1");
    }
}
