/// PostgreSQL, Kafka and Redis as they really are: as processes, or as containers where Docker answers.
@NullMarked
package io.paymentsengine.localstack.store;

import org.jspecify.annotations.NullMarked;
