/// The use cases of accounts and the ledger, each in one transaction.
@NullMarked
package io.paymentsengine.account.application;

import org.jspecify.annotations.NullMarked;
