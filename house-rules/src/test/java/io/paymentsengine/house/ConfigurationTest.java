package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir private Path folder;

    @Test
    void every_setting_is_told_with_its_default() {
        assertThat(Configuration.untold(House.OURS)).isEmpty();
        assertThat(Configuration.outdated(House.OURS)).isEmpty();
        assertThat(Configuration.unnamed(House.OURS)).isEmpty();
        assertThat(Configuration.differing(House.OURS)).isEmpty();
    }

    @Test
    void a_default_that_is_written_twice_and_differs_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "a/src/main/java/Wrong.java",
                                """
                                @ConfigurationProperties("payments.wrong")
                                record Wrong(@DefaultValue("1s") Duration same, @DefaultValue("1s") Duration other) {
                                    @Scheduled(fixedDelayString = "${payments.wrong.same:1s}")
                                    @Scheduled(fixedDelayString = "${payments.wrong.other:2s}")
                                    void look() {}
                                }
                                """)
                        .house();

        assertThat(Configuration.differing(house)).containsExactly("payments.wrong.other 2s");
    }

    @Test
    void a_setting_without_a_row_and_a_row_with_another_default_are_refused() {
        House house =
                new WrongHouse(folder)
                        .with("k8s/a.env", "# a\nNAMED=1\nUNNAMED=1\n")
                        .with(
                                "a/src/main/java/Wrong.java",
                                """
                                @Validated
                                @ConfigurationProperties("wrong")
                                record Wrong(
                                        @DefaultValue("5") @Min(1) int batchMax,
                                        @DefaultValue("1s") Duration pause,
                                        @DefaultValue List<String> names,
                                        Duration told) {
                                    static final int OTHER = 1;
                                }
                                """)
                        .with(
                                Configuration.DOCUMENT,
                                """
                                | setting | default | what it is |
                                |---|---|---|
                                | `wrong.batch-max` | `6` | |
                                | `wrong.told` | none | |
                                | `wrong.pause` | `1s` | |
                                | `wrong.gone` | `1s` | |

                                | `NAMED` | a variable |
                                """)
                        .house();
        assertThat(Configuration.untold(house))
                .containsExactly("wrong.batch-max 5", "wrong.names none");
        assertThat(Configuration.outdated(house))
                .containsExactly("wrong.batch-max 6", "wrong.gone 1s");
        assertThat(Configuration.unnamed(house)).containsExactly("UNNAMED");
    }
}
