/// Commands for the operators of the suite. They need a broker but no running service.
@NullMarked
package io.paymentsengine.operator;

import org.jspecify.annotations.NullMarked;
