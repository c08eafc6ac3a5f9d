package io.paymentsengine.suite.load;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One round of load and what it cost.
///
/// @param title what was sent
/// @param sent what came of the requests, by what was asked
/// @param completed payments that moved money, counted in the ledger
/// @param seconds from the first request until the last payment had ended
/// @param cpuMillis of each process
/// @param loadCpuMillis of the program that made the load
/// @param residentMebibytes of each process, when the last request was answered
/// @param database what PostgreSQL counted, and how often the broker was asked
/// @param violations of the invariants, afterwards, and payments that were refused or did not complete: a
///     round that loses money has no throughput
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

    /// What a request asks for.
    enum Ask {
        /// To accept one payment.
        POST,
        /// To accept one payment and tell its end.
        END,
        /// To accept many payments.
        BULK
    }

    /// Payments completed a second; 0 if anything was violated.
    double throughput() {
        return violations.isEmpty() ? completed / seconds : 0;
    }

    /// How long such a request took, in milliseconds.
    double millisAt(Ask ask, double percentile) {
        return Objects.requireNonNull(sent.get(ask)).millisAt(percentile);
    }

    /// CPU of all processes that work for a payment, but for the one that makes the load.
    double cpuMillisPerPayment() {
        return cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum() / completed;
    }

    /// A figure of the whole round, for one payment.
    double perPayment(double figure) {
        return figure / completed;
    }

    /// The same of one process.
    double cpuMillisPerPayment(String process) {
        return cpuMillis.getOrDefault(process, 0.0) / completed;
    }
}
