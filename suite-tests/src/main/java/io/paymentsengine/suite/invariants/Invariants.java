package io.paymentsengine.suite.invariants;

import io.paymentsengine.suite.Suite;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// Everything that must be true once the suite is at rest. It is read from PostgreSQL, because an API could
/// hide what went wrong.
public final class Invariants {

    /// The invariants that say that the suite is at rest; they become true sooner or later, whatever
    /// happened.
    public static final List<Invariant> SETTLED =
            Stream.of(PaymentInvariants.SETTLED, SagaInvariants.SETTLED, OutboxInvariants.SETTLED)
                    .flatMap(List::stream)
                    .toList();

    /// The invariants of the stored data, whatever clients were told.
    private static final List<Invariant> OF_DATABASES =
            Stream.of(
                            PaymentInvariants.ALWAYS,
                            SagaInvariants.ALWAYS,
                            LedgerInvariants.ALWAYS,
                            Agreement.BETWEEN_SERVICES)
                    .flatMap(List::stream)
                    .toList();

    /// All invariants that are true of a suite at rest.
    public static final List<Invariant> ALL =
            Stream.of(SETTLED, OF_DATABASES, ReceiptInvariants.ALWAYS)
                    .flatMap(List::stream)
                    .toList();

    private Invariants() {}

    /// What keeps the suite from being at rest.
    public static List<Violation> unsettled(Suite suite) throws SQLException {
        try (Books books = Books.open(suite)) {
            return violations(SETTLED, books, List.of());
        }
    }

    /// The violated invariants of a suite at rest.
    ///
    /// @param receipts what clients were told, which must be true as well
    public static List<Violation> violations(Suite suite, List<Receipt> receipts)
            throws SQLException {
        try (Books books = Books.open(suite)) {
            return violations(ALL, books, receipts);
        }
    }

    /// The violated invariants of these databases. Payments that are in flight meanwhile may violate some: each
    /// database is read at a slightly different time.
    public static List<Violation> violations(Books books) {
        return violations(OF_DATABASES, books, List.of());
    }

    static List<Violation> violations(
            List<Invariant> invariants, Books books, List<Receipt> receipts) {
        return invariants.stream()
                .flatMap(invariant -> invariant.check(books, receipts).stream())
                .toList();
    }
}
