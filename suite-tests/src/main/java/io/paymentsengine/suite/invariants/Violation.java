package io.paymentsengine.suite.invariants;

import java.util.List;

/// An invariant that does not hold, with some counterexamples.
public record Violation(String invariant, List<String> examples) {

    static final int EXAMPLES_MAX = 10;

    public Violation {
        examples = List.copyOf(examples);
    }
}
