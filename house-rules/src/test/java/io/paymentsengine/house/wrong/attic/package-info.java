/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.attic;

import org.jspecify.annotations.NullMarked;
