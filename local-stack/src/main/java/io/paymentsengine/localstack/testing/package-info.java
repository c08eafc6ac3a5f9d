/// Stores for tests.
@NullMarked
package io.paymentsengine.localstack.testing;

import org.jspecify.annotations.NullMarked;
