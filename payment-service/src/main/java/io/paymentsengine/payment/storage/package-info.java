/// The cellar: the payments' table, Redis and the neighbours that are asked.
@NullMarked
package io.paymentsengine.payment.storage;

import org.jspecify.annotations.NullMarked;
