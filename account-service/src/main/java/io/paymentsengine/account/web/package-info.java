/// The street door: accounts by REST.
@NullMarked
package io.paymentsengine.account.web;

import org.jspecify.annotations.NullMarked;
