/// Tests of what clients can rely on, through the whole suite.
@NullMarked
package io.paymentsengine.suite.journeys;

import org.jspecify.annotations.NullMarked;
