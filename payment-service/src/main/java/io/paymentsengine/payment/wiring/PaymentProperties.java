package io.paymentsengine.payment.wiring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How payment-service works.
///
/// @param groupMax payments that are accepted in one transaction at most
/// @param groupPace from the start of one such transaction to the start of the next, at least, unless that
///     one is full
/// @param queueMax payments that may wait to be accepted. Of a tenant that has as many waiting as are still
///     free, further ones are answered 429; where others have taken all, 503. Half of them have room for
///     a bulk request
/// @param openMax payments that may be on their way; of a tenant that has an equal share of them, further
///     ones are answered 429. Less than what ends within a saga's deadline
/// @param openAge since a payment was accepted before it counts no longer; much more than a saga takes
/// @param openInterval between two counts of them
/// @param waitsMax requests that may wait for their payment's end; further ones are answered at once, and so
///     are those of a tenant of which as many wait as are still free. With
///     `streamsMax`, well below the connections that there are, or nothing else gets in
/// @param streamsMax timelines that may be followed live; further ones of a tenant that follows as many as
///     are still free are answered 429
/// @param askAgainAfter since a payment was accepted before its saga is asked for again; more than a
///     saga takes
/// @param askAgainInterval between two looks for such payments
/// @param askAgainMax payments of a tenant that are asked for in one look at most
/// @param keyRetention since a payment was accepted before its idempotency key is forgotten, once it has
///     ended; what clients are told
/// @param forgetInterval between two looks for keys to forget
/// @param forgetMax keys that are forgotten in one transaction at most
@Validated
@ConfigurationProperties("payments.payment")
record PaymentProperties(
        @DefaultValue("200") @Min(1) @Max(1_000) int groupMax,
        @DefaultValue("5ms") @DurationMin(nanos = 0) Duration groupPace,
        @DefaultValue("4000") @Min(1_000) int queueMax,
        @DefaultValue("10000") @Positive int openMax,
        @DefaultValue("1h") @DurationMin(minutes = 5) Duration openAge,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration openInterval,
        @DefaultValue("400") @Positive int waitsMax,
        @DefaultValue("200") @Positive int streamsMax,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration askAgainAfter,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration askAgainInterval,
        @DefaultValue("200") @Min(1) @Max(1_000) int askAgainMax,
        @DefaultValue("7d") @DurationMin(hours = 24) Duration keyRetention,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration forgetInterval,
        @DefaultValue("500") @Min(1) @Max(5_000) int forgetMax) {}
