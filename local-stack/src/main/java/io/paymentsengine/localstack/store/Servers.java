package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Server;

/// Creates the three stores, without starting them.
public interface Servers {

    Server postgres();

    Server kafka();

    Server redis();
}
