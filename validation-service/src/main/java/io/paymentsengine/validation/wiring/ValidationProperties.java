package io.paymentsengine.validation.wiring;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/// Settings of validation.
///
/// @param duplicateWindow time within which another payment with the same data, including the reference, is
///     suspected to be an accident: long enough for an impatient second click, too short for a standing order
/// @param maxRequestAge how long after its request a payment may still be validated, if something delayed it; as
///     long as a saga may take. Payments are remembered for this much longer
/// @param accountCacheTtl how long what account-service reported about an account is used
/// @param screeningList UTF-8 text with one name or account reference per line, and `#` for comments
@Validated
@ConfigurationProperties("payments.validation")
record ValidationProperties(
        @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
                Duration duplicateWindow,
        @DefaultValue("2m") @DurationMin(millis = 0) @DurationMax(hours = 1) Duration maxRequestAge,
        @DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
                Duration accountCacheTtl,
        @DefaultValue("classpath:screening-list.txt") Resource screeningList) {}
