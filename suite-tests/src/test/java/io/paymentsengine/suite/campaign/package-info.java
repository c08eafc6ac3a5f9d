/// The fault campaign: it breaks the suite's processes, stores and links one way after the other while
/// payments are made, and then checks that all promises were kept.
@NullMarked
package io.paymentsengine.suite.campaign;

import org.jspecify.annotations.NullMarked;
