/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.contracts;

import org.jspecify.annotations.NullMarked;
