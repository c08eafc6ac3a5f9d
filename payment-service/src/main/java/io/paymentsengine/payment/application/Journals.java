package io.paymentsengine.payment.application;

import java.util.List;

/// The journals of the sagas. saga-orchestrator owns them.
public interface Journals {

    /// Returns what has happened to a payment in its saga so far, in order. The list only grows. It
    /// is empty while the saga has not started.
    List<TimelineItem> journalOf(PaymentKey payment);
}
