/// What a newcomer sees: two tenants, their accounts, and payments that travel the saga.
@NullMarked
package io.paymentsengine.localstack.demo;

import org.jspecify.annotations.NullMarked;
