/// Transactions: what has to wait for their end.
@NullMarked
package io.paymentsengine.platform.transactions;

import org.jspecify.annotations.NullMarked;
