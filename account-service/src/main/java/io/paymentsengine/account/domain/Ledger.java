package io.paymentsengine.account.domain;

import static io.paymentsengine.account.domain.Refusal.Subject.CREDITOR;
import static io.paymentsengine.account.domain.Refusal.Subject.DEBTOR;

import io.paymentsengine.account.domain.Outcome.ReservationRefused;
import io.paymentsengine.account.domain.Outcome.Reserved;
import io.paymentsengine.account.domain.Outcome.Senseless;
import io.paymentsengine.account.domain.Outcome.SettlementRefused;
import io.paymentsengine.account.domain.Reservation.Barred;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Reservation.Refused;
import io.paymentsengine.account.domain.Reservation.RefusedSettlement;
import io.paymentsengine.account.domain.Reservation.Released;
import io.paymentsengine.account.domain.Reservation.Settled;
import io.paymentsengine.account.domain.Transfer.Cause;
import io.paymentsengine.account.domain.Transfer.Entry;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Decides a batch of commands, one after another, on what was in the books before the batch, and collects the
/// changes. The ledger uses no database and no clock: the same books, commands, time and ids give the same
/// decisions, however the commands are split into batches.
///
/// A repeated command gets the answer that it got first, and changes nothing.
public final class Ledger {

    private static final Senseless CONTRADICTION =
            new Senseless(
                    "payment-differs",
                    "An earlier command for this payment named other accounts or another amount");

    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Map<PaymentKey, Reservation> reservations = new HashMap<>();
    private final Set<PaymentKey> alreadyThere;
    private final Map<PaymentKey, Reservation> opened = new LinkedHashMap<>();
    private final Map<PaymentKey, Reservation> moved = new LinkedHashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Set<AccountKey> booked = new HashSet<>();
    private final Instant now;
    private final Supplier<UUID> ids;

    /// @param books the accounts and reservations that the commands are going to name
    /// @param now the time of what is booked, unless an account is ahead of it
    /// @param ids generates the ids of what is booked
    public Ledger(Books books, Instant now, Supplier<UUID> ids) {
        books.accounts().forEach(account -> accounts.put(account.key(), account));
        books.reservations().forEach(each -> reservations.put(each.payment(), each));
        this.alreadyThere = Set.copyOf(reservations.keySet());
        this.now = now;
        this.ids = ids;
    }

    /// Reserves an amount on the debtor's account.
    public Outcome reserve(PaymentKey payment, AccountId debtor, Money amount) {
        if (!amount.isPositive()) {
            return new Senseless("amount-not-positive", "Only what is more than nothing is paid");
        }
        Reservation earlier = reservations.get(payment);
        if (earlier == null) {
            return reserveFirst(payment, debtor, amount);
        }
        return earlier.isOf(debtor, amount) ? reserveAgain(earlier) : CONTRADICTION;
    }

    /// Moves the reserved amount to the creditor. Without a reservation there is nothing to move, and a later
    /// reservation is refused.
    public Outcome settle(PaymentKey payment, AccountId debtor, AccountId creditor) {
        Reservation earlier = reservationOrBar(payment, debtor);
        if (!earlier.debtor().equals(debtor)) {
            return CONTRADICTION;
        }
        return switch (earlier) {
            case Held held when held.settlement().isEmpty() -> settleFirst(held, creditor);
            case Held held -> settleAgain(held.settlement(), creditor);
            case Released released -> settleAgain(released.settlement(), creditor);
            case Settled settled ->
                    settled.creditor().equals(creditor) ? new Outcome.Settled() : CONTRADICTION;
            case Refused _, Barred _ -> settleAgain(Optional.empty(), creditor);
        };
    }

    /// Releases the reserved amount, and makes sure that nothing is reserved later. Money that has moved is
    /// never taken back.
    public Outcome release(PaymentKey payment, AccountId debtor) {
        Reservation earlier = reservationOrBar(payment, debtor);
        if (!earlier.debtor().equals(debtor)) {
            return CONTRADICTION;
        }
        return switch (earlier) {
            case Held held -> release(held);
            case Settled _ ->
                    new Senseless("payment-already-settled", "What has moved can't be released");
            case Refused _, Released _, Barred _ -> new Outcome.Released();
        };
    }

    /// Books a deposit from the tenant's funding account.
    ///
    /// @return why it was refused, or empty if it was booked
    public Optional<Refusal> deposit(
            AccountKey funding, AccountKey account, Money amount, Optional<String> key) {
        Account from = accounts.get(funding);
        Account to = accounts.get(account);
        if (from == null || to == null || !to.isCustomers()) {
            return Optional.of(Refusal.ACCOUNT_UNKNOWN);
        }
        Optional<Refusal> objection = to.objectionToReceiving(amount);
        if (objection.isEmpty() && from.objectionToPaying(amount).isPresent()) {
            objection = Optional.of(Refusal.BALANCE_TOO_LARGE);
        }
        if (objection.isEmpty()) {
            book(ids.get(), new Cause.Deposit(key), from, to, amount);
        }
        return objection;
    }

    /// All changes since the books were read.
    public Books.Changes changes() {
        return new Books.Changes(
                List.copyOf(opened.values()), List.copyOf(moved.values()), transfers);
    }

    private Outcome reserveFirst(PaymentKey payment, AccountId debtor, Money amount) {
        Optional<Account> account = customers(payment.account(debtor));
        Optional<Refusal> objection =
                account.isEmpty()
                        ? Optional.of(Refusal.ACCOUNT_UNKNOWN)
                        : account.get().objectionToPaying(amount);
        if (objection.isPresent()) {
            RejectionReason reason = objection.get().of(DEBTOR);
            keep(new Refused(payment, debtor, amount, reason));
            return new ReservationRefused(reason);
        }
        account.ifPresent(found -> keep(found.hold(amount)));
        keep(new Held(payment, debtor, amount, Optional.empty()));
        return new Reserved();
    }

    private static Outcome reserveAgain(Reservation earlier) {
        return switch (earlier) {
            case Held _, Settled _, Released _ -> new Reserved();
            case Refused refused -> new ReservationRefused(refused.reason());
            case Barred _ -> new ReservationRefused(Refusal.PAYMENT_RELEASED.of(DEBTOR));
        };
    }

    private Outcome settleFirst(Held held, AccountId creditor) {
        Account from = theDebtorOf(held);
        Optional<Account> to = customers(held.payment().account(creditor));
        Optional<Refusal> objection = objectionToSettling(from, to, held.amount());
        if (objection.isPresent()) {
            RejectionReason reason = objection.get().of(CREDITOR);
            keep(held.refuse(new RefusedSettlement(creditor, reason)));
            return new SettlementRefused(reason);
        }
        PaymentKey payment = held.payment();
        to.ifPresent(
                found ->
                        book(
                                payment.id().value(),
                                new Cause.Payment(payment.id()),
                                from.free(held.amount()),
                                found,
                                held.amount()));
        keep(held.settle(creditor));
        return new Outcome.Settled();
    }

    private static Optional<Refusal> objectionToSettling(
            Account from, Optional<Account> to, Money amount) {
        if (to.isEmpty()) {
            return Optional.of(Refusal.ACCOUNT_UNKNOWN);
        }
        return to.get().key().equals(from.key())
                ? Optional.of(Refusal.SAME_ACCOUNT)
                : to.get().objectionToReceiving(amount);
    }

    /// A refused settlement stays refused, whatever has become of the creditor since.
    private static Outcome settleAgain(Optional<RefusedSettlement> refused, AccountId creditor) {
        if (refused.isEmpty()) {
            return new SettlementRefused(Refusal.RESERVATION_MISSING.of(DEBTOR));
        }
        return refused.get().creditor().equals(creditor)
                ? new SettlementRefused(refused.get().reason())
                : CONTRADICTION;
    }

    private Outcome release(Held held) {
        keep(theDebtorOf(held).free(held.amount()));
        keep(held.release());
        return new Outcome.Released();
    }

    /// Books both sides at the same time, which is never before the last entry of either account, so that the
    /// entries of an account are in order of time as well as of sequence.
    private void book(UUID id, Cause cause, Account from, Account to, Money amount) {
        Instant at = Collections.max(List.of(now, next(from), next(to)));
        booked.add(from.key());
        booked.add(to.key());
        Account debtor = from.book(amount.negated(), at);
        Account creditor = to.book(amount, at);
        keep(debtor);
        keep(creditor);
        transfers.add(
                new Transfer(
                        id, cause, at, entry(debtor, amount.negated()), entry(creditor, amount)));
    }

    /// If a clock was wrong and an account is ahead, each batch books one millisecond later than the batch
    /// before. So all entries with the same time belong to one batch, however long it takes until the clock
    /// catches up. Among these entries, the database checks that no transfer is booked twice.
    private Instant next(Account account) {
        Instant last = account.lastEntryAt();
        return last.isAfter(now) && !booked.contains(account.key()) ? last.plusMillis(1) : last;
    }

    private Entry entry(Account after, Money amount) {
        return new Entry(ids.get(), after.key(), after.entries(), amount, after.funds().balance());
    }

    private Optional<Account> customers(AccountKey key) {
        return Optional.ofNullable(accounts.get(key)).filter(Account::isCustomers);
    }

    private Account theDebtorOf(Held held) {
        return customers(held.payment().account(held.debtor()))
                .orElseThrow(() -> new IllegalStateException("no debtor in the books for " + held));
    }

    private Reservation reservationOrBar(PaymentKey payment, AccountId debtor) {
        Reservation earlier = reservations.get(payment);
        if (earlier != null) {
            return earlier;
        }
        Reservation barred = new Barred(payment, debtor);
        keep(barred);
        return barred;
    }

    private void keep(Account account) {
        accounts.put(account.key(), account);
    }

    private void keep(Reservation reservation) {
        PaymentKey payment = reservation.payment();
        reservations.put(payment, reservation);
        (alreadyThere.contains(payment) ? moved : opened).put(payment, reservation);
    }
}
