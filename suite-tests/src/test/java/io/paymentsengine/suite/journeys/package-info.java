/// What a client can rely on, each as a way through the whole suite.
@NullMarked
package io.paymentsengine.suite.journeys;

import org.jspecify.annotations.NullMarked;
