@NullMarked
package io.paymentsengine.operator;

import org.jspecify.annotations.NullMarked;
