/// Tests of account-service on real stores.
@NullMarked
package io.paymentsengine.account;

import org.jspecify.annotations.NullMarked;
