package io.paymentsengine.platform.telemetry;

/// The suite's own meters of what becomes of payments. Each carries the tags of [TenantTags].
public final class MeterNames {

    /// Counter: payments taken in.
    public static final String ACCEPTED = "payments.accepted";

    /// Counter: payments refused, because their tenant had too many on their way.
    public static final String REFUSED = "payments.refused";

    /// Gauge: payments of the last hour (`payments.payment.open-age`) that have not ended, counted no further
    /// than `payments.payment.open-max`.
    public static final String OPEN = "payments.open";

    /// Timer: from taking a payment in to its end, tagged with its [#OUTCOME].
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

    /// Tag: how something ended, one of a few words.
    public static final String OUTCOME = "outcome";

    /// Tag: whose it was.
    public static final String TENANT = "tenant";

    private MeterNames() {}
}
