/// Generates identifiers.
@NullMarked
package io.paymentsengine.platform.ids;

import org.jspecify.annotations.NullMarked;
