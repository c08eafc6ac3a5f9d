/// Group commit: stores what arrives at the same time in one transaction.
@NullMarked
package io.paymentsengine.platform.batching;

import org.jspecify.annotations.NullMarked;
