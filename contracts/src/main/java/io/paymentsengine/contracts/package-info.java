/// The messages that services exchange. They change by addition only: receivers ignore unknown
/// fields, and a new meaning is a new record with its own type and version.
@NullMarked
package io.paymentsengine.contracts;

import org.jspecify.annotations.NullMarked;
