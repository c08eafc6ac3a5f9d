/// Tests of the whole service on real stores.
@NullMarked
package io.paymentsengine.validation;

import org.jspecify.annotations.NullMarked;
