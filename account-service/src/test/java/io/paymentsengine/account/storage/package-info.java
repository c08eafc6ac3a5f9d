/// Tests of the SQL statements in isolation.
@NullMarked
package io.paymentsengine.account.storage;

import org.jspecify.annotations.NullMarked;
