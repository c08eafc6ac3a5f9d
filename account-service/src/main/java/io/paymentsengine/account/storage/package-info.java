/// The cellar: JPA for single accounts; JDBC for the ledger, lists and statements.
@NullMarked
package io.paymentsengine.account.storage;

import org.jspecify.annotations.NullMarked;
