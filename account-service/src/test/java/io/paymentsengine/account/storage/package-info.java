/// Tests of the statements alone.
@NullMarked
package io.paymentsengine.account.storage;

import org.jspecify.annotations.NullMarked;
