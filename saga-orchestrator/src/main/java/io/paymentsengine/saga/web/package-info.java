/// The street door: what operators see of sagas, and how they step in.
@NullMarked
package io.paymentsengine.saga.web;

import org.jspecify.annotations.NullMarked;
