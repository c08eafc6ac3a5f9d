/// Programs that run beside this JVM and never outlive it.
@NullMarked
package io.paymentsengine.localstack.process;

import org.jspecify.annotations.NullMarked;
