/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.platform.left;

import org.jspecify.annotations.NullMarked;
