/// The words that all services share. Values only: each one checks itself when it is made.
@NullMarked
package io.paymentsengine.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
