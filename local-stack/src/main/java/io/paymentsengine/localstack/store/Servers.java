package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Server;

/// Makes the three stores; none of them runs yet.
public interface Servers {

    Server postgres();

    Server kafka();

    Server redis();
}
