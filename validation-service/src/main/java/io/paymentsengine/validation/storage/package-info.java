/// The cellar: decisions and limits in PostgreSQL, recent payments and accounts in Redis, and
/// the accounts that Redis does not know from account-service.
@NullMarked
package io.paymentsengine.validation.storage;

import org.jspecify.annotations.NullMarked;
