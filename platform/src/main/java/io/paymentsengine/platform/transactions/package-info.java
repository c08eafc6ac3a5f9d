/// Work that has to wait for the end of a transaction.
@NullMarked
package io.paymentsengine.platform.transactions;

import org.jspecify.annotations.NullMarked;
