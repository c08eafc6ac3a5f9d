/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.operator;

import org.jspecify.annotations.NullMarked;
