/// Runs real PostgreSQL, Kafka and Redis servers, as processes or in containers.
@NullMarked
package io.paymentsengine.localstack.store;

import org.jspecify.annotations.NullMarked;
