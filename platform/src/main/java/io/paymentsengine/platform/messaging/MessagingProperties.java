package io.paymentsengine.platform.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of messaging.
///
/// @param partitions number of partitions of each new topic; more only with more cores
/// @param replicas number of replicas of each new topic
/// @param consumers threads of this process that read each topic
/// @param batchMax maximum number of messages in one batch, which is one transaction. Half of them come
///     with the first poll, the others with the second
/// @param idleBetweenPolls from the end of one batch to the poll for the next: short enough not to be noticed, long
///     enough for a batch to be worth its transaction. An idle consumer doesn't wait
/// @param errorBackoff how long consumption pauses after a fault of a store or an upstream service
/// @param sweepInterval between two sweeps for messages that were committed and not sent
/// @param sweepMinAge minimum age at which the sweeper considers an unsent row left behind
@Validated
@ConfigurationProperties("payments.messaging")
record MessagingProperties(
        @DefaultValue("3") @Positive int partitions,
        @DefaultValue("1") @Positive short replicas,
        @DefaultValue("1") @Positive int consumers,
        @DefaultValue("500") @Min(2) @Max(5_000) int batchMax,
        @DefaultValue("10ms") @DurationMin(nanos = 0) Duration idleBetweenPolls,
        @DefaultValue("500ms") @DurationMin(millis = 1) Duration errorBackoff,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration sweepInterval,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration sweepMinAge) {}
