/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.platform.right;

import org.jspecify.annotations.NullMarked;
