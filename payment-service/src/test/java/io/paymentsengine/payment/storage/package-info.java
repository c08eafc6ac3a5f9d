@NullMarked
package io.paymentsengine.payment.storage;

import org.jspecify.annotations.NullMarked;
