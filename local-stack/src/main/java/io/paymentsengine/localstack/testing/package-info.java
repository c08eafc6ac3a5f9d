/// The stores as tests use them.
@NullMarked
package io.paymentsengine.localstack.testing;

import org.jspecify.annotations.NullMarked;
