package io.paymentsengine.contracts;

/// Headers of messages: CloudEvents 1.0 attributes (Kafka binding, binary mode), the tenant, and the
/// W3C Trace Context of the request that caused the message.
public final class Headers {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TENANT = "x-tenant-id";
    public static final String TRACE_PARENT = "traceparent";

    /// On dead letters: why the message is one, and where it was read.
    public static final String DEAD_REASON = "x-dead-reason";

    public static final String DEAD_DETAIL = "x-dead-detail";
    public static final String DEAD_TOPIC = "x-dead-topic";
    public static final String DEAD_PARTITION = "x-dead-partition";
    public static final String DEAD_OFFSET = "x-dead-offset";

    /// On a dead letter whose contents were left out: its size in bytes with them, which is more
    /// than a message may have.
    public static final String DEAD_LEFT_OUT = "x-dead-left-out";

    private Headers() {}
}
