package io.paymentsengine.payment.application;

import java.util.List;

/// The journals of the sagas, which saga-orchestrator keeps.
public interface Journals {

    /// What has happened to a payment in its saga so far, in order. It only grows. Empty while the
    /// saga has not started.
    List<TimelineItem> journalOf(PaymentKey payment);
}
