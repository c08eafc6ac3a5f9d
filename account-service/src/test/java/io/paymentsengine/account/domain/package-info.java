/// Tests of the domain rules in isolation.
@NullMarked
package io.paymentsengine.account.domain;

import org.jspecify.annotations.NullMarked;
