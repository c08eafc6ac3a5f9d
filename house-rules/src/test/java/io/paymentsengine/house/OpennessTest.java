package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpennessTest {

    @TempDir private Path folder;

    @Test
    void a_class_is_final_unless_something_extends_it() {
        assertThat(Openness.open(House.OURS)).isEmpty();
    }

    @Test
    void an_open_class_that_nothing_extends_is_refused() {
        String name = "account-service/src/main/java/A.java";
        House house =
                WrongHouse.of(
                        folder,
                        name,
                        """
                        class Open {}
                        class Parent {}
                        final class Child extends Parent {}
                        @Service class Proxied {}
                        record Value() {}
                        """);
        assertThat(Openness.open(house)).containsExactly(name + ":1 Open");
    }
}
