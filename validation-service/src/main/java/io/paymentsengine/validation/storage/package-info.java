/// The cellar: decisions and limits in PostgreSQL, recent payments and cached accounts in Redis,
/// and the client of account-service for accounts that are not cached.
@NullMarked
package io.paymentsengine.validation.storage;

import org.jspecify.annotations.NullMarked;
