package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthTest {

    @TempDir private Path folder;

    @Test
    void it_is_said_of_every_table_how_long_its_rows_are_kept() {
        assertThat(Growth.untold(House.OURS)).isEmpty();
        assertThat(Growth.outdated(House.OURS)).isEmpty();
    }

    @Test
    void a_table_without_a_row_and_a_row_without_a_table_are_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "account-service/src/main/resources/db/migration/V001__a.sql",
                                "CREATE TABLE told (id uuid); CREATE TABLE untold (id uuid);")
                        .with(
                                Growth.DOCUMENT,
                                """
                                | table | kept |
                                |---|---|
                                | `told` | for ever |
                                | `gone` | for ever |
                                """)
                        .house();
        assertThat(Growth.untold(house)).containsExactly("untold");
        assertThat(Growth.outdated(house)).containsExactly("gone");
    }
}
