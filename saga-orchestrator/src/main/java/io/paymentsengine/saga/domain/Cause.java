package io.paymentsengine.saga.domain;

import java.util.Optional;

/// What happened to a saga, for its journal.
///
/// @param service who said so
/// @param step about what
/// @param event what it is called
/// @param order the operator's order, if it was one
public record Cause(String service, String step, String event, Optional<Order> order) {

    public Cause(String service, String step, String event) {
        this(service, step, event, Optional.empty());
    }
}
