package io.paymentsengine.faultagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyTest {

    /// Annotations are recognised by their simple names, so the test needs no framework.
    @Retention(RetentionPolicy.RUNTIME)
    @interface Scheduled {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Transactional {
        boolean readOnly() default false;
    }

    @Transactional(readOnly = true)
    static class Sample {

        @Scheduled
        void ticks() {}

        @Transactional
        void writes(ConsumedOffsets offsets) {
            Runnable inside = () -> offsets.move();
            inside.run();
        }

        void reads() {
            calls();
        }

        @Transactional
        private void calls() {}
    }

    @Test
    void boundaries_are_found_by_their_annotations_and_calls() throws Exception {
        Path classes =
                Path.of(
                        SurveyTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        assertThat(Survey.of(classes).sites())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                Site.parse("SurveyTest.Sample#ticks"),
                                Kind.SCHEDULED,
                                Site.parse("SurveyTest.Sample#writes"),
                                Kind.TRANSACTION,
                                Site.parse("SurveyTest.Sample#writes -> ConsumedOffsets#move"),
                                Kind.OFFSET));
    }
}
