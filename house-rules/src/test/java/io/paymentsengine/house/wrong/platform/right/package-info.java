/// Wrong on purpose, to prove that the rules detect it.
@NullMarked
package io.paymentsengine.house.wrong.platform.right;

import org.jspecify.annotations.NullMarked;
