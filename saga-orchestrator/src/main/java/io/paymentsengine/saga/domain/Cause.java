package io.paymentsengine.saga.domain;

import java.util.Optional;

/// What happened to a saga, for its journal.
///
/// @param service the service that reported it
/// @param step the step that it concerns, or `saga` for the saga as a whole
/// @param event the name of the message or input
/// @param intervention the operator's intervention, if it was one
public record Cause(
        String service, String step, String event, Optional<Intervention> intervention) {

    public Cause(String service, String step, String event) {
        this(service, step, event, Optional.empty());
    }
}
