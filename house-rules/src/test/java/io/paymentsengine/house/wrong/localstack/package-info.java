/// Wrong on purpose: what the rules refuse.
@NullMarked
package io.paymentsengine.house.wrong.localstack;

import org.jspecify.annotations.NullMarked;
