package io.paymentsengine.suite.invariants;

import io.paymentsengine.localstack.service.Service;
import java.util.List;
import java.util.stream.Stream;

/// What all services that send messages promise.
final class OutboxInvariants {

    static final List<Invariant> SETTLED =
            Stream.of(Service.values())
                    .map(
                            service ->
                                    Invariant.of(
                                            service.title() + " has sent all that it committed",
                                            service,
                                            """
                                            SELECT format('unsent since %s: %s', created_at,
                                                          left(messages, 200))
                                            FROM outbox
                                            """))
                    .toList();

    private OutboxInvariants() {}
}
