package io.paymentsengine.saga.wiring;

import io.paymentsengine.saga.domain.Timeouts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of saga-orchestrator: how long sagas wait, and how often their deadlines are checked.
///
/// @param stepDeadline wait for an answer before the step is requested again; doubles with each
///     repeat
/// @param stepDeadlineMax maximum wait for an answer; at least the step deadline
/// @param deadline time from the payment's request until the whole saga turns back, if it still can
/// @param attentionDeadline time without a move before a person should look
/// @param scanInterval time between two checks of the deadlines
/// @param scanBatchMax maximum number of sagas in one transaction of a check
/// @param countInterval time between two counts of the open sagas
@Validated
@ConfigurationProperties("payments.saga")
record SagaProperties(
        @DefaultValue("30s") @DurationMin(millis = 1) Duration stepDeadline,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration stepDeadlineMax,
        @DefaultValue("2m") @DurationMin(millis = 1) Duration deadline,
        @DefaultValue("5m") @DurationMin(millis = 1) Duration attentionDeadline,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration scanInterval,
        @DefaultValue("500") @Min(1) @Max(5_000) int scanBatchMax,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration countInterval) {

    Timeouts timeouts() {
        return new Timeouts(stepDeadline, stepDeadlineMax, deadline, attentionDeadline);
    }
}
