/// account-service: accounts, reservations and the double-entry ledger.
@NullMarked
package io.paymentsengine.account;

import org.jspecify.annotations.NullMarked;
