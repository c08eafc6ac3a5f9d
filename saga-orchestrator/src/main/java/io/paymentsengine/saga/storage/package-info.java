/// The cellar: sagas and their journals in PostgreSQL, notifications about their progress in Redis.
@NullMarked
package io.paymentsengine.saga.storage;

import org.jspecify.annotations.NullMarked;
