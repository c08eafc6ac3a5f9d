package io.paymentsengine.suite.invariants;

import static io.paymentsengine.localstack.service.Service.PAYMENT_SERVICE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What clients were told stays true.
final class ReceiptInvariants {

    private static final Telling STORED =
            new Telling(
                    PAYMENT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, id) AS payment, status AS told FROM payment
                    """);

    static final List<Invariant> ALWAYS =
            List.of(
                    new Invariant("what was accepted is there", ReceiptInvariants::lost),
                    new Invariant(
                            "an end that a client has seen has not changed",
                            ReceiptInvariants::changed),
                    new Invariant(
                            "repeats with one key were answered with one payment",
                            (_, receipts) -> doubled(receipts)));

    private ReceiptInvariants() {}

    private static Stream<String> lost(Books books, List<Receipt> receipts) {
        Set<String> stored = stored(books, receipts).keySet();
        return receipts.stream()
                .map(ReceiptInvariants::nameOf)
                .filter(payment -> !stored.contains(payment))
                .map(payment -> payment + " was answered with 2xx and is not stored");
    }

    private static Stream<String> changed(Books books, List<Receipt> receipts) {
        Map<String, String> stored = stored(books, receipts);
        return receipts.stream()
                .filter(receipt -> receipt.payment().hasEnded())
                .filter(receipt -> !receipt.payment().status().equals(stored.get(nameOf(receipt))))
                .map(
                        receipt ->
                                "%s was %s and is now %s"
                                        .formatted(
                                                nameOf(receipt),
                                                receipt.payment().status(),
                                                stored.get(nameOf(receipt))));
    }

    /// All of them, if anybody asks.
    private static Map<String, String> stored(Books books, List<Receipt> receipts) {
        return receipts.isEmpty() ? Map.of() : STORED.in(books);
    }

    private static Stream<String> doubled(List<Receipt> receipts) {
        Map<String, Set<String>> made = new HashMap<>();
        for (Receipt receipt : receipts) {
            if (receipt.key() != null) {
                made.computeIfAbsent(receipt.tenant() + " " + receipt.key(), _ -> new HashSet<>())
                        .add(receipt.payment().id());
            }
        }
        return made.entrySet().stream()
                .filter(payments -> payments.getValue().size() > 1)
                .map(
                        payments ->
                                "key %s made %s".formatted(payments.getKey(), payments.getValue()));
    }

    private static String nameOf(Receipt receipt) {
        return receipt.tenant() + " " + receipt.payment().id();
    }
}
