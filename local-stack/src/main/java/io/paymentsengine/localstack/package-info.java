/// The suite without Docker: PostgreSQL, Kafka, Redis and the four services as processes on
/// loopback.
@NullMarked
package io.paymentsengine.localstack;

import org.jspecify.annotations.NullMarked;
