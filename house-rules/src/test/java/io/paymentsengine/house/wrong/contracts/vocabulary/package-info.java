/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
