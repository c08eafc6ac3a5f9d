/// Wrong on purpose, to prove that the rules detect it.
@NullMarked
package io.paymentsengine.house.wrong.contracts;

import org.jspecify.annotations.NullMarked;
