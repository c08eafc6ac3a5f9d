@NullMarked
package io.paymentsengine.contracts;

import org.jspecify.annotations.NullMarked;
