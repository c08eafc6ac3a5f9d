@NullMarked
package io.paymentsengine.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
