@NullMarked
package io.paymentsengine.platform.tenancy;

import org.jspecify.annotations.NullMarked;
