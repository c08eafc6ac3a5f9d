/// Use cases of saga-orchestrator: read, decide, write, each in one transaction.
@NullMarked
package io.paymentsengine.saga.application;

import org.jspecify.annotations.NullMarked;
