package io.paymentsengine.suite.invariants;

import static io.paymentsengine.localstack.service.Service.ACCOUNT_SERVICE;
import static io.paymentsengine.localstack.service.Service.PAYMENT_SERVICE;
import static io.paymentsengine.localstack.service.Service.SAGA_ORCHESTRATOR;
import static io.paymentsengine.localstack.service.Service.VALIDATION_SERVICE;

import java.util.List;
import java.util.stream.IntStream;

/// What several services must agree on. No query can compare two databases, so what each of them says about
/// all payments is read in parallel and compared.
final class Agreement {

    private static final Telling END_OF_PAYMENT =
            new Telling(
                    PAYMENT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, id) AS payment,
                           concat_ws(' ', status, reason_code) AS told
                    FROM payment
                    """);

    private static final Telling END_OF_SAGA =
            new Telling(
                    SAGA_ORCHESTRATOR,
                    """
                    SELECT concat_ws(' ', tenant_id, payment_id) AS payment,
                           concat_ws(' ', coalesce(outcome, state), reason_code) AS told
                    FROM saga
                    """);

    private static final Telling COMPLETED_PAYMENT =
            new Telling(
                    PAYMENT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, id) AS payment,
                           concat_ws(' ', amount, currency) AS told
                    FROM payment WHERE status = 'COMPLETED'
                    """);

    private static final Telling SUM_OF_TRANSFER =
            new Telling(
                    ACCOUNT_SERVICE,
                    """
                    SELECT concat_ws(' ', t.tenant_id, t.id) AS payment,
                           concat_ws(' ', sum(amount) FILTER (WHERE amount > 0),
                                     string_agg(DISTINCT currency, ' and ')) AS told
                    FROM transfer t LEFT JOIN entry e
                        ON (e.tenant_id, e.transfer_id) = (t.tenant_id, t.id)
                    WHERE kind = 'PAYMENT' GROUP BY t.tenant_id, t.id
                    """);

    private static final Telling COMPLETED_SAGA =
            new Telling(
                    SAGA_ORCHESTRATOR,
                    """
                    SELECT concat_ws(' ', tenant_id, payment_id) AS payment,
                           concat_ws(' ', debtor_account, 'to', creditor_account) AS told
                    FROM saga WHERE outcome = 'COMPLETED'
                    """);

    private static final Telling ACCOUNTS_OF_TRANSFER =
            new Telling(
                    ACCOUNT_SERVICE,
                    """
                    SELECT concat_ws(' ', t.tenant_id, t.id) AS payment,
                           concat_ws(' ',
                               string_agg(account_id::text, ' and ') FILTER (WHERE amount < 0),
                               'to',
                               string_agg(account_id::text, ' and ') FILTER (WHERE amount > 0))
                               AS told
                    FROM transfer t LEFT JOIN entry e
                        ON (e.tenant_id, e.transfer_id) = (t.tenant_id, t.id)
                    WHERE kind = 'PAYMENT' GROUP BY t.tenant_id, t.id
                    """);

    private static final Telling NAMED_BY_PAYMENT =
            new Telling(
                    PAYMENT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, id) AS payment,
                           concat_ws(' to ', debtor, creditor) AS told
                    FROM payment WHERE status = 'COMPLETED'
                    """);

    private static final Telling NAMES_OF_TRANSFER =
            new Telling(
                    ACCOUNT_SERVICE,
                    """
                    SELECT concat_ws(' ', t.tenant_id, t.id) AS payment,
                           concat_ws(' to ',
                               string_agg(concat_ws(' or ', a.id, a.iban), ' and ')
                                   FILTER (WHERE amount < 0),
                               string_agg(concat_ws(' or ', a.id, a.iban), ' and ')
                                   FILTER (WHERE amount > 0))
                               AS told
                    FROM transfer t
                    JOIN entry e ON (e.tenant_id, e.transfer_id) = (t.tenant_id, t.id)
                    JOIN account a ON (a.tenant_id, a.id) = (e.tenant_id, e.account_id)
                    WHERE t.kind = 'PAYMENT' GROUP BY t.tenant_id, t.id
                    """);

    private static final Telling APPROVAL =
            new Telling(
                    VALIDATION_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, payment_id) AS payment,
                           concat_ws(' ', debtor_id, 'to', creditor_id) AS told
                    FROM decision WHERE outcome = 'APPROVED'
                    """);

    private static final Telling HELD =
            new Telling(
                    ACCOUNT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, payment_id) AS payment,
                           concat_ws(' ', amount, currency, 'held') AS told
                    FROM reservation WHERE state = 'HELD'
                    """);

    private static final Telling OPEN =
            new Telling(
                    PAYMENT_SERVICE,
                    """
                    SELECT concat_ws(' ', tenant_id, id) AS payment, status AS told
                    FROM payment WHERE status = 'ACCEPTED'
                    """);

    static final List<Invariant> BETWEEN_SERVICES =
            List.of(
                    new Invariant(
                            "payment and saga tell of the same end",
                            (books, _) -> END_OF_PAYMENT.differencesTo(END_OF_SAGA, books)),
                    new Invariant(
                            "completed payments, and they alone, moved what they ordered",
                            (books, _) -> COMPLETED_PAYMENT.differencesTo(SUM_OF_TRANSFER, books)),
                    new Invariant(
                            "money moved between the accounts that the saga found",
                            (books, _) ->
                                    COMPLETED_SAGA.differencesTo(ACCOUNTS_OF_TRANSFER, books)),
                    new Invariant(
                            "money moved between the accounts that the payment names",
                            (books, _) ->
                                    NAMED_BY_PAYMENT.contradictionsTo(
                                            NAMES_OF_TRANSFER, Agreement::areNamed, books)),
                    new Invariant(
                            "no money moved without an approval of its accounts",
                            (books, _) -> ACCOUNTS_OF_TRANSFER.unconfirmedBy(APPROVAL, books)),
                    new Invariant(
                            "nothing is held for a payment that has ended",
                            (books, _) -> HELD.missingIn(OPEN, books)));

    private Agreement() {}

    /// Checks that each account that a payment refers to, by id or by IBAN, is the account on that side of
    /// the transfer.
    ///
    /// @param references the payment's references: debtor `to` creditor
    /// @param names the account on each side, in the same order: its id, and its IBAN if it has one
    private static boolean areNamed(String references, String names) {
        String[] reference = references.split(" to ", -1);
        String[] name = names.split(" to ", -1);
        return name.length == reference.length
                && IntStream.range(0, name.length)
                        .allMatch(
                                side ->
                                        List.of(name[side].split(" or ", -1))
                                                .contains(reference[side]));
    }
}
