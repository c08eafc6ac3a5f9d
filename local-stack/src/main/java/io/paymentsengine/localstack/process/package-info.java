/// Child processes, which never outlive this JVM.
@NullMarked
package io.paymentsengine.localstack.process;

import org.jspecify.annotations.NullMarked;
