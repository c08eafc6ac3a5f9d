package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloatingPointTest {

    @TempDir private Path folder;

    @Test
    void no_java_that_has_to_do_with_money_rounds() {
        assertThat(FloatingPoint.inJava(House.OURS)).isEmpty();
    }

    @Test
    void java_that_rounds_is_refused() {
        String name = "account-service/src/main/java/Fee.java";
        House house =
                WrongHouse.of(
                        folder,
                        name,
                        """
                        class Fee {
                            double rate;
                            Object share = Float.valueOf("0.1");
                            Object rest = 2.5;
                            long whole = 2;
                        }
                        """);
        assertThat(FloatingPoint.inJava(house))
                .containsExactly(name + ":2 double", name + ":3 Float", name + ":4 2.5");
    }

    @Test
    void no_column_rounds() {
        assertThat(FloatingPoint.inSql(House.OURS)).isEmpty();
    }

    @Test
    void a_column_that_rounds_is_refused() {
        String name = "account-service/src/main/resources/db/migration/V001__fees_are_kept.sql";
        House house = WrongHouse.of(folder, name, "CREATE TABLE fee (rate double precision);");
        assertThat(FloatingPoint.inSql(house)).containsExactly(name);
    }
}
