/// Tests dead letters and how operators replay them.
@NullMarked
package io.paymentsengine.suite.deadletters;

import org.jspecify.annotations.NullMarked;
