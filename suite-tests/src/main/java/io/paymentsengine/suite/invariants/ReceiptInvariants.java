package io.paymentsengine.suite.invariants;

import static io.paymentsengine.localstack.service.Service.PAYMENT_SERVICE;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What clients were told stays true.
final class ReceiptInvariants {

    private static final Telling ENDS =
            new Telling(
                    PAYMENT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, id) AS payment,
                           concat_ws(' ', status, reason_code,
                                     floor(extract(epoch FROM ended_at) * 1000)) AS told
                    FROM payment
                    """);

    private static final Telling ORDERS =
            new Telling(
                    PAYMENT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, id) AS payment,
                           concat_ws(' ', debtor, creditor, amount, currency, reference) AS told
                    FROM payment
                    """);

    static final List<Invariant> ALWAYS =
            List.of(
                    new Invariant("what was accepted is there", ReceiptInvariants::lost),
                    new Invariant(
                            "what was ordered was answered and is stored",
                            ReceiptInvariants::otherwise),
                    new Invariant(
                            "an end that a client has seen has not changed",
                            ReceiptInvariants::changed),
                    new Invariant(
                            "repeats with one key were answered with one payment",
                            (_, receipts) -> doubled(receipts)));

    private ReceiptInvariants() {}

    private static Stream<String> lost(Books books, List<Receipt> receipts) {
        Set<String> stored = told(ENDS, books, receipts).keySet();
        return receipts.stream()
                .map(ReceiptInvariants::nameOf)
                .filter(payment -> !stored.contains(payment))
                .map(payment -> payment + " was answered with 2xx but is not stored");
    }

    private static Stream<String> otherwise(Books books, List<Receipt> receipts) {
        Map<String, String> stored = told(ORDERS, books, receipts);
        return receipts.stream()
                .flatMap(
                        receipt -> {
                            String ordered = told(receipt.order());
                            String answered = told(orderIn(receipt.payment()));
                            String kept = stored.getOrDefault(nameOf(receipt), ordered);
                            return ordered.equals(answered) && ordered.equals(kept)
                                    ? Stream.empty()
                                    : Stream.of(
                                            "%s was ordered as %s, answered as %s and stored as %s"
                                                    .formatted(
                                                            nameOf(receipt),
                                                            ordered,
                                                            answered,
                                                            kept));
                        });
    }

    private static Stream<String> changed(Books books, List<Receipt> receipts) {
        Map<String, String> stored = told(ENDS, books, receipts);
        return receipts.stream()
                .filter(receipt -> receipt.payment().hasEnded())
                .filter(receipt -> !told(receipt.payment()).equals(stored.get(nameOf(receipt))))
                .map(
                        receipt ->
                                "%s was %s but is now %s"
                                        .formatted(
                                                nameOf(receipt),
                                                told(receipt.payment()),
                                                stored.get(nameOf(receipt))));
    }

    /// What is stored of all payments; nothing is read if there are no receipts.
    private static Map<String, String> told(Telling what, Books books, List<Receipt> receipts) {
        return receipts.isEmpty() ? Map.of() : what.in(books);
    }

    private static String told(PaymentOrder order) {
        Money money = order.amount().money();
        return String.join(
                " ",
                order.debtorAccount(),
                order.creditorAccount(),
                Long.toString(money.minorUnits()),
                money.currency().getCurrencyCode(),
                order.reference());
    }

    private static String told(Payment payment) {
        return Stream.of(
                        payment.status(),
                        payment.reason() == null ? null : payment.reason().code(),
                        payment.endedAt() == null
                                ? null
                                : Long.toString(payment.endedAt().toEpochMilli()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static PaymentOrder orderIn(Payment payment) {
        return new PaymentOrder(
                payment.debtorAccount(),
                payment.creditorAccount(),
                payment.amount(),
                payment.reference());
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
