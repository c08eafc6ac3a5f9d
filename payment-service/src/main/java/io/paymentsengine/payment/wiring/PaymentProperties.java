package io.paymentsengine.payment.wiring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of payment-service.
///
/// @param groupMax maximum number of payments accepted in one transaction
/// @param groupInterval minimum time from the start of one such transaction to the start of the next, unless the
///     next group is full
/// @param queueMax maximum number of payments that wait to be accepted. If a tenant has as many waiting as are
///     still free, its further payments are answered 429; if other tenants have taken all, 503. Half of the
///     queue must have room for a bulk request
/// @param openMax maximum number of payments in flight, for all tenants together. Once it is reached, further
///     payments of a tenant that has an equal share are answered 429. Must be less than what ends within a
///     saga's deadline
/// @param openAge how long after its acceptance a payment counts as in flight; much longer than a saga takes
/// @param openInterval time between two counts of payments in flight
/// @param waitsMax maximum number of requests that wait for their payment's end. Further requests are answered
///     at once, and so are those of a tenant that has as many waiting as are still free. Together with
///     `streamsMax`, well below the number of available connections; otherwise nothing else gets in
/// @param streamsMax maximum number of live timelines. If a tenant follows as many as are still free, further
///     ones are answered 429
/// @param resendAfter how long after a payment's acceptance its saga is asked for again; longer than a saga
///     takes
/// @param resendInterval time between two searches for such payments
/// @param resendMax maximum number of payments of one tenant in one search
/// @param keyRetention how long after a payment's acceptance its idempotency key is kept, and in any case until
///     the payment has ended; clients are told this time
/// @param keyExpiryInterval time between two searches for keys to forget
/// @param keyExpiryMax maximum number of keys forgotten in one transaction
@Validated
@ConfigurationProperties("payments.payment")
record PaymentProperties(
        @DefaultValue("200") @Min(1) @Max(1_000) int groupMax,
        @DefaultValue("5ms") @DurationMin(nanos = 0) Duration groupInterval,
        @DefaultValue("4000") @Min(1_000) int queueMax,
        @DefaultValue("10000") @Positive int openMax,
        @DefaultValue("1h") @DurationMin(minutes = 5) Duration openAge,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration openInterval,
        @DefaultValue("400") @Positive int waitsMax,
        @DefaultValue("200") @Positive int streamsMax,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration resendAfter,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration resendInterval,
        @DefaultValue("200") @Min(1) @Max(1_000) int resendMax,
        @DefaultValue("7d") @DurationMin(hours = 24) Duration keyRetention,
        @DefaultValue("1m") @DurationMin(millis = 1) Duration keyExpiryInterval,
        @DefaultValue("500") @Min(1) @Max(5_000) int keyExpiryMax) {}
