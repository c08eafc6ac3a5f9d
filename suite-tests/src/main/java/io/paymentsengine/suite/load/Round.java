package io.paymentsengine.suite.load;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One round of load and what it cost.
///
/// @param title what was sent
/// @param sent the results of the requests, by kind
/// @param completed payments that moved money, counted in the ledger
/// @param seconds from the first request until the last payment had ended
/// @param cpuMillis CPU milliseconds of each process
/// @param loadCpuMillis CPU milliseconds of the program that generated the load
/// @param residentMebibytes resident memory of each process when the last request was answered
/// @param database counters of PostgreSQL, and requests to the broker
/// @param violations invariants violated afterwards, and payments that were refused or did not complete; with
///     any of them, the round counts as having no throughput
record Round(
        String title,
        Map<Ask, Loop.Sent> sent,
        long completed,
        double seconds,
        Map<String, Double> cpuMillis,
        double loadCpuMillis,
        Map<String, Double> residentMebibytes,
        Statistics database,
        List<String> violations) {

    /// What a request is for.
    enum Ask {
        /// Accept one payment.
        POST,
        /// Accept one payment and report its end.
        END,
        /// Accept many payments.
        BULK
    }

    /// Payments completed per second; 0 if there are violations.
    double throughput() {
        return violations.isEmpty() ? completed / seconds : 0;
    }

    /// The latency of such a request, in milliseconds.
    double millisAt(Ask ask, double percentile) {
        return Objects.requireNonNull(sent.get(ask)).millisAt(percentile);
    }

    /// CPU of all processes per payment, except the one that generates the load.
    double cpuMillisPerPayment() {
        return cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum() / completed;
    }

    /// A figure of the whole round, divided by its completed payments.
    double perPayment(double figure) {
        return figure / completed;
    }

    /// CPU of one process per payment.
    double cpuMillisPerPayment(String process) {
        return cpuMillis.getOrDefault(process, 0.0) / completed;
    }
}
