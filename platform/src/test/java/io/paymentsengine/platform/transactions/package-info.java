@NullMarked
package io.paymentsengine.platform.transactions;

import org.jspecify.annotations.NullMarked;
