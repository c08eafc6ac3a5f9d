/// What every service needs and no customer pays for. Knows messages and tenants, no business.
@NullMarked
package io.paymentsengine.platform;

import org.jspecify.annotations.NullMarked;
