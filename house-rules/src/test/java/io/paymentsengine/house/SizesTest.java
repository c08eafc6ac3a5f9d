package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {

    @TempDir private Path folder;

    @Test
    void every_file_is_short_enough_to_be_read() {
        assertThat(Sizes.longFiles(House.OURS)).isEmpty();
    }

    @Test
    void a_file_of_one_line_too_many_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("Fits.java", "//\n".repeat(300))
                        .with("Long.java", "//\n".repeat(301))
                        .house();
        assertThat(Sizes.longFiles(house)).containsExactly("Long.java has 301 lines");
    }

    @Test
    void every_method_fits_on_a_screen() {
        assertThat(Sizes.longMethods(House.OURS)).isEmpty();
    }

    @Test
    void a_method_of_one_line_too_many_is_refused() {
        String fits = "void fits() {" + "\n".repeat(39) + "}\n";
        String tooLong = "void tooLong() {" + "\n".repeat(40) + "}\n";
        House house = WrongHouse.of(folder, "A.java", "class A {\n" + fits + tooLong + "}\n");
        assertThat(Sizes.longMethods(house)).containsExactly("A.java:42 tooLong has 41 lines");
    }
}
