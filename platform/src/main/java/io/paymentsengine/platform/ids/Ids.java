package io.paymentsengine.platform.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// Generates identifiers: UUIDv7 (RFC 9562). Those of one process increase with its clock, also within
/// a millisecond. If the clock is set back, they start again from there but remain unique.
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /// Generates the next identifier.
    public static UUID next() {
        return GENERATOR.generate();
    }
}
