/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.account;

import org.jspecify.annotations.NullMarked;
