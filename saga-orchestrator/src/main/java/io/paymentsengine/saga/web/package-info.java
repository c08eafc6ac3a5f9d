/// The street door: the REST API through which operators see sagas and intervene.
@NullMarked
package io.paymentsengine.saga.web;

import org.jspecify.annotations.NullMarked;
