/// How services talk to Redis, those that do.
@NullMarked
package io.paymentsengine.platform.redis;

import org.jspecify.annotations.NullMarked;
