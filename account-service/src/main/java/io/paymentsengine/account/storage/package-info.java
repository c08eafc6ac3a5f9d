/// The cellar: accounts by JPA one at a time; the ledger, lists and statements by JDBC.
@NullMarked
package io.paymentsengine.account.storage;

import org.jspecify.annotations.NullMarked;
