/// What can be asked of accounts and of the ledger, one transaction each.
@NullMarked
package io.paymentsengine.account.application;

import org.jspecify.annotations.NullMarked;
