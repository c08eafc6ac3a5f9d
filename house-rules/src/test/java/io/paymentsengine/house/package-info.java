/// Tests about the house itself: what a machine can check of how it is built and written. Each rule is
/// kept by our house and proved once by a wrong one, written beside the rule's test or in `wrong`.
@NullMarked
package io.paymentsengine.house;

import org.jspecify.annotations.NullMarked;
