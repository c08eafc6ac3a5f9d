package io.paymentsengine.platform.telemetry;

/// Names of the suite's own meters for payments. Each meter carries the tags of [TenantTags].
public final class MeterNames {

    /// Counter: payments accepted.
    public static final String ACCEPTED = "payments.accepted";

    /// Counter: payments refused because their tenant had too many waiting or in flight.
    public static final String THROTTLED = "payments.throttled";

    /// Gauge: payments of the last hour (`payments.payment.open-age`) that have not ended, counted no further
    /// than `payments.payment.open-max`.
    public static final String OPEN = "payments.open";

    /// Timer: from the acceptance of a payment to its end, tagged with its [#OUTCOME].
    public static final String DURATION = "payments.duration";

    /// Counter: validation decisions, tagged with their [#OUTCOME].
    public static final String DECISIONS = "payments.decisions";

    /// Counter: transfers booked in the ledger.
    public static final String TRANSFERS = "payments.transfers";

    /// Timer: from the start of a saga to its end, tagged with its [#OUTCOME].
    public static final String SAGAS_DURATION = "payments.sagas.duration";

    /// Gauge: sagas that have not ended.
    public static final String SAGAS_OPEN = "payments.sagas.open";

    /// Gauge: sagas that wait for an operator.
    public static final String SAGAS_NEEDING_ATTENTION = "payments.sagas.attention";

    /// Tag: how something ended, one of a few values.
    public static final String OUTCOME = "outcome";

    /// Tag: the tenant.
    public static final String TENANT = "tenant";

    private MeterNames() {}
}
