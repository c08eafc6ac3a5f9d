/// The demo for newcomers: two tenants, their accounts, and payments that go through the saga.
@NullMarked
package io.paymentsengine.localstack.demo;

import org.jspecify.annotations.NullMarked;
