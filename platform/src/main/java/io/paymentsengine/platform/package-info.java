/// Infrastructure that every service needs. It knows messages and tenants, but no business logic.
@NullMarked
package io.paymentsengine.platform;

import org.jspecify.annotations.NullMarked;
