@NullMarked
package io.paymentsengine.platform.redis;

import org.jspecify.annotations.NullMarked;
