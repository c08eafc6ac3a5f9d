package io.paymentsengine.validation.application;

import io.paymentsengine.validation.domain.Decision;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks up a decision.
@Service
public class FindDecision {

    private final Decisions decisions;

    FindDecision(Decisions decisions) {
        this.decisions = decisions;
    }

    @Transactional(readOnly = true)
    public Optional<Decision> find(Decision.Key key) {
        return Optional.ofNullable(decisions.find(List.of(key)).get(key));
    }
}
