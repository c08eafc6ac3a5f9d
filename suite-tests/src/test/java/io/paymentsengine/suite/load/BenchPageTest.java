package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BenchPageTest {

    /// A path with decimal commas would be a different one.
    @Test
    void a_histogram_is_drawn_alike_wherever_the_machine_stands() {
        Locale before = Locale.getDefault();
        String here = BenchPage.histogram(some());
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(BenchPage.histogram(some())).isEqualTo(here).doesNotContain(",");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Histogram some() {
        Histogram some = new Histogram(3);
        for (int latency = 1; latency <= 1_000; latency++) {
            some.recordValue(latency * 7L);
        }
        return some;
    }
}
