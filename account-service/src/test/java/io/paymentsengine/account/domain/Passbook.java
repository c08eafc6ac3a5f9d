package io.paymentsengine.account.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The result that a ledger must have, in its simplest form: a sum for each account, a note for each
/// payment, one command after another. Reserved amounts are not stored but computed from the notes.
final class Passbook {

    private static final String DIFFERS = "payment-differs";

    private final Map<AccountId, Long> sums = new HashMap<>();
    private final Map<AccountId, Long> limits = new HashMap<>();
    private final Map<PaymentKey, Note> notes = new HashMap<>();

    private enum State {
        HELD,
        REFUSED,
        SETTLED,
        RELEASED,
        BARRED
    }

    /// @param why the reservation, or its settlement, was refused
    private record Note(
            State state,
            AccountId debtor,
            long amount,
            Optional<AccountId> creditor,
            Optional<String> why) {

        Note becoming(State next) {
            return new Note(next, debtor, amount, creditor, why);
        }
    }

    void open(AccountId account, long sum, long limit) {
        sums.put(account, sum);
        limits.put(account, limit);
    }

    long sumOf(AccountId account) {
        return sums.getOrDefault(account, 0L);
    }

    long reservedOf(AccountId account) {
        return notes.values().stream()
                .filter(note -> note.state == State.HELD && note.debtor.equals(account))
                .mapToLong(note -> note.amount)
                .sum();
    }

    String reserve(PaymentKey payment, AccountId debtor, long amount) {
        Note note = notes.get(payment);
        if (note == null) {
            Optional<String> why = objection(debtor, amount);
            State state = why.isEmpty() ? State.HELD : State.REFUSED;
            notes.put(payment, new Note(state, debtor, amount, Optional.empty(), why));
            return why.orElse("Reserved");
        }
        boolean same = note.state == State.BARRED || note.amount == amount;
        if (!note.debtor.equals(debtor) || !same) {
            return DIFFERS;
        }
        return switch (note.state) {
            case HELD, SETTLED, RELEASED -> "Reserved";
            case REFUSED -> note.why.orElseThrow();
            case BARRED -> "PAYMENT_RELEASED";
        };
    }

    String settle(PaymentKey payment, AccountId debtor, AccountId creditor) {
        Note note = noteOrBar(payment, debtor);
        if (!note.debtor.equals(debtor)) {
            return DIFFERS;
        }
        if (note.state == State.HELD && note.why.isEmpty()) {
            return settleFirst(payment, note, creditor);
        }
        if (note.creditor.isEmpty()) {
            return "RESERVATION_MISSING";
        }
        return note.creditor.get().equals(creditor) ? note.why.orElse("Settled") : DIFFERS;
    }

    String release(PaymentKey payment, AccountId debtor) {
        Note note = noteOrBar(payment, debtor);
        if (!note.debtor.equals(debtor)) {
            return DIFFERS;
        }
        if (note.state == State.HELD) {
            notes.put(payment, note.becoming(State.RELEASED));
        }
        return note.state == State.SETTLED ? "payment-already-settled" : "Released";
    }

    private String settleFirst(PaymentKey payment, Note note, AccountId creditor) {
        Optional<String> why =
                !sums.containsKey(creditor)
                        ? Optional.of("ACCOUNT_UNKNOWN")
                        : Optional.of("SAME_ACCOUNT").filter(_ -> creditor.equals(note.debtor));
        State state = why.isEmpty() ? State.SETTLED : State.HELD;
        notes.put(payment, new Note(state, note.debtor, note.amount, Optional.of(creditor), why));
        if (why.isEmpty()) {
            sums.merge(note.debtor, -note.amount, Long::sum);
            sums.merge(creditor, note.amount, Long::sum);
        }
        return why.orElse("Settled");
    }

    private Optional<String> objection(AccountId debtor, long amount) {
        if (!sums.containsKey(debtor)) {
            return Optional.of("ACCOUNT_UNKNOWN");
        }
        long available = sumOf(debtor) - reservedOf(debtor) + limits.getOrDefault(debtor, 0L);
        return amount > available ? Optional.of("INSUFFICIENT_FUNDS") : Optional.empty();
    }

    private Note noteOrBar(PaymentKey payment, AccountId debtor) {
        return notes.computeIfAbsent(
                payment,
                _ -> new Note(State.BARRED, debtor, 0, Optional.empty(), Optional.empty()));
    }
}
