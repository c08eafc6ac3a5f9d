/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.suite;

import org.jspecify.annotations.NullMarked;
