/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.simulation;

import org.jspecify.annotations.NullMarked;
