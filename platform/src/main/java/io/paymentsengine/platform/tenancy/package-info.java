/// Tenancy: the registry of tenants, the tenant of the current work, and the row-level security
/// setting that follows from it.
@NullMarked
package io.paymentsengine.platform.tenancy;

import org.jspecify.annotations.NullMarked;
