/// Helpers for SQL: arrays for set-based statements, and connections to a demoted server.
@NullMarked
package io.paymentsengine.platform.sql;

import org.jspecify.annotations.NullMarked;
