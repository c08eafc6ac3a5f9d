/// The fault campaign: the suite's processes, stores and links are broken one way after the other while
/// payments are made, and afterwards everything must be as promised.
@NullMarked
package io.paymentsengine.suite.campaign;

import org.jspecify.annotations.NullMarked;
