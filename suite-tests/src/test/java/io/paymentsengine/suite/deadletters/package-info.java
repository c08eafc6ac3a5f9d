/// What was set aside, and how operators send it back.
@NullMarked
package io.paymentsengine.suite.deadletters;

import org.jspecify.annotations.NullMarked;
