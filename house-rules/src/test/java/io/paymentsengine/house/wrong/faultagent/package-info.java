/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.faultagent;

import org.jspecify.annotations.NullMarked;
