package io.paymentsengine.platform.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// Makes identifiers: UUIDv7 (RFC 9562), which within one process only grow.
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /// The next identifier.
    public static UUID next() {
        return GENERATOR.generate();
    }
}
