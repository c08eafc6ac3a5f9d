package io.paymentsengine.platform.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// Makes identifiers: UUIDv7 (RFC 9562). Those of one process grow with its clock, within a millisecond
/// too; where the clock is set back, they begin there again, and are others nevertheless.
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /// The next identifier.
    public static UUID next() {
        return GENERATOR.generate();
    }
}
