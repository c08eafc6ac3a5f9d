/// Tests of the rules: facts in, verdict out.
@NullMarked
package io.paymentsengine.validation.domain;

import org.jspecify.annotations.NullMarked;
