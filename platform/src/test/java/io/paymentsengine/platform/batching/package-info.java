@NullMarked
package io.paymentsengine.platform.batching;

import org.jspecify.annotations.NullMarked;
