/// Redis support for the services that use it.
@NullMarked
package io.paymentsengine.platform.redis;

import org.jspecify.annotations.NullMarked;
