@NullMarked
package io.paymentsengine.platform.messaging;

import org.jspecify.annotations.NullMarked;
