package io.paymentsengine.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    /// So many random draws from the range would contain duplicates if ports were not remembered.
    @Test
    void nobody_is_given_what_another_was() {
        assertThat(IntStream.range(0, 600).map(_ -> Ports.free())).doesNotHaveDuplicates();
    }
}
