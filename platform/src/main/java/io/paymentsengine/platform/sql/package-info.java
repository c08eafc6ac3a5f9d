/// Rows on their way to set-based statements.
@NullMarked
package io.paymentsengine.platform.sql;

import org.jspecify.annotations.NullMarked;
