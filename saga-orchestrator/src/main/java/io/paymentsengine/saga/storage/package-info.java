/// The cellar: sagas and their journal in PostgreSQL, hints about their progress in Redis.
@NullMarked
package io.paymentsengine.saga.storage;

import org.jspecify.annotations.NullMarked;
