/// Tests of the repository itself, which is called the house: everything about how it is built and
/// written that a machine can check. Our house must keep each rule, and a wrong house, in the
/// rule's test or in `wrong`, proves that the rule detects violations.
@NullMarked
package io.paymentsengine.house;

import org.jspecify.annotations.NullMarked;
