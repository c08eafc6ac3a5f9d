/// Wrong on purpose, to prove that the rules detect it.
@NullMarked
package io.paymentsengine.house.wrong.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
