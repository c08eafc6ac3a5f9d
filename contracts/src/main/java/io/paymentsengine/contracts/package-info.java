/// What the services say to each other. Messages change by addition only: unknown fields are
/// ignored, and a new meaning is a new record with its own type and version.
@NullMarked
package io.paymentsengine.contracts;

import org.jspecify.annotations.NullMarked;
