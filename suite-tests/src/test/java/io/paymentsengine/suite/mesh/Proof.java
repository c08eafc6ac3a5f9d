package io.paymentsengine.suite.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a test did and measured, for the report.
@SuppressWarnings("AnnotateFormatMethod") // the annotation is Error Prone's, which only compiles
final class Proof {

    private final List<String> done = new ArrayList<>();
    private final List<String> measured = new ArrayList<>();

    /// Adds what was done, as a format string with values.
    Proof did(String words, Object... values) {
        done.add(String.format(Locale.ROOT, words, values));
        return this;
    }

    /// Adds what was measured, as a format string with values.
    Proof measured(String words, Object... values) {
        measured.add(String.format(Locale.ROOT, words, values));
        return this;
    }

    String done() {
        return String.join("; ", done);
    }

    String measured() {
        return String.join("; ", measured);
    }
}
