package io.paymentsengine.platform.telemetry;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import org.slf4j.MDC;

/// The fields that every log line of the current work carries, named as in the Elastic Common
/// Schema. Only values that have been validated are put here.
///
/// ```java
/// try (var _ = LogContext.payment(id)) { … }
/// ```
public final class LogContext {

    public static final String TRACE = "trace.id";
    public static final String TENANT = "tenant.id";
    public static final String PAYMENT = "payment.id";

    private LogContext() {}

    /// Sets the trace until closed.
    public static Entry trace(TraceParent trace) {
        return new Entry(TRACE, trace.traceId());
    }

    /// Sets the tenant until closed.
    public static Entry tenant(TenantId tenant) {
        return new Entry(TENANT, tenant.value());
    }

    /// Sets the payment until closed.
    public static Entry payment(PaymentId payment) {
        return new Entry(PAYMENT, payment.toString());
    }

    /// One field of the context; closing the entry removes the field.
    public static final class Entry implements AutoCloseable {

        private final String key;

        private Entry(String key, String value) {
            this.key = key;
            MDC.put(key, value);
        }

        @Override
        public void close() {
            MDC.remove(key);
        }
    }
}
