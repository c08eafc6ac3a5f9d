/// Group commit: what arrives at the same time is stored in one transaction.
@NullMarked
package io.paymentsengine.platform.batching;

import org.jspecify.annotations.NullMarked;
