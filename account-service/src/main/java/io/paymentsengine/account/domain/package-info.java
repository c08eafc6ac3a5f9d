/// The rules of accounts, reservations and transfers: pure, without clock, database or broker.
@NullMarked
package io.paymentsengine.account.domain;

import org.jspecify.annotations.NullMarked;
