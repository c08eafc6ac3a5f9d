/// What a saga is and how it moves: a definition as data, an engine as a pure function.
@NullMarked
package io.paymentsengine.saga.domain;

import org.jspecify.annotations.NullMarked;
