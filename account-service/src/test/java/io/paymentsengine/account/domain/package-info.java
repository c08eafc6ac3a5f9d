/// Tests of the decisions alone.
@NullMarked
package io.paymentsengine.account.domain;

import org.jspecify.annotations.NullMarked;
