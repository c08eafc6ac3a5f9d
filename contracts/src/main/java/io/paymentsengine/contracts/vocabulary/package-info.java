/// The vocabulary that all services share. It consists of values only, each of which validates
/// itself when it is created.
@NullMarked
package io.paymentsengine.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
