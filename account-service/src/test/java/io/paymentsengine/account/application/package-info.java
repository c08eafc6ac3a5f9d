@NullMarked
package io.paymentsengine.account.application;

import org.jspecify.annotations.NullMarked;
