@NullMarked
package io.paymentsengine.validation.application;

import org.jspecify.annotations.NullMarked;
