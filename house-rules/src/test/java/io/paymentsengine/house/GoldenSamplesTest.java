package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenSamplesTest {

    @TempDir private Path folder;

    @Test
    void every_message_version_has_a_sample_and_every_sample_a_message() {
        assertThat(GoldenSamples.missing(House.OURS)).isEmpty();
        assertThat(GoldenSamples.orphans(House.OURS)).isEmpty();
    }

    @Test
    void a_missing_sample_and_an_orphan_are_refused() {
        House house =
                new WrongHouse(folder)
                        .with(GoldenSamples.FOLDER + "ReserveFunds/v1.json", "{}")
                        .with(GoldenSamples.FOLDER + "ReserveFunds/v99.json", "{}")
                        .house();
        assertThat(GoldenSamples.missing(house))
                .contains(GoldenSamples.FOLDER + "SettlePayment/v1.json")
                .doesNotContain(GoldenSamples.FOLDER + "ReserveFunds/v1.json");
        assertThat(GoldenSamples.orphans(house))
                .containsExactly(GoldenSamples.FOLDER + "ReserveFunds/v99.json");
    }
}
