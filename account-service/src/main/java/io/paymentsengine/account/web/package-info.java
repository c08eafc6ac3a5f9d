/// The street door: the REST API of accounts.
@NullMarked
package io.paymentsengine.account.web;

import org.jspecify.annotations.NullMarked;
