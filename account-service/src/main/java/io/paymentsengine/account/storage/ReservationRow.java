package io.paymentsengine.account.storage;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.account.domain.Reservation;
import io.paymentsengine.account.domain.Reservation.Barred;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Reservation.Refused;
import io.paymentsengine.account.domain.Reservation.RefusedSettlement;
import io.paymentsengine.account.domain.Reservation.Released;
import io.paymentsengine.account.domain.Reservation.Settled;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A [Reservation] as a row. A reason without a creditor says why the reservation was refused, a
/// reason with a creditor why its settlement was. `RELEASED` without an amount means that the payment
/// is barred.
record ReservationRow(
        PaymentKey payment,
        AccountId debtor,
        @Nullable Money amount,
        State state,
        @Nullable AccountId creditor,
        @Nullable RejectionReason reason) {

    enum State {
        HELD,
        REFUSED,
        SETTLED,
        RELEASED
    }

    static ReservationRow of(Reservation reservation) {
        PaymentKey payment = reservation.payment();
        AccountId debtor = reservation.debtor();
        return switch (reservation) {
            case Held held -> of(held, State.HELD, held.amount(), held.settlement());
            case Released released ->
                    of(released, State.RELEASED, released.amount(), released.settlement());
            case Barred barred -> of(barred, State.RELEASED, null, Optional.empty());
            case Refused refused ->
                    new ReservationRow(
                            payment,
                            debtor,
                            refused.amount(),
                            State.REFUSED,
                            null,
                            refused.reason());
            case Settled settled ->
                    new ReservationRow(
                            payment,
                            debtor,
                            settled.amount(),
                            State.SETTLED,
                            settled.creditor(),
                            null);
        };
    }

    static Reservation read(ResultSet row, int number) throws SQLException {
        return new ReservationRow(
                        new PaymentKey(
                                new TenantId(row.getString("tenant_id")),
                                new PaymentId(row.getObject("payment_id", UUID.class))),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        amountOf(row),
                        State.valueOf(row.getString("state")),
                        creditorOf(row),
                        reasonOf(row))
                .toReservation();
    }

    @Nullable Long minorUnits() {
        return amount == null ? null : amount.minorUnits();
    }

    @Nullable String currency() {
        return amount == null ? null : amount.currency().getCurrencyCode();
    }

    @Nullable String reasonCode() {
        return reason == null ? null : reason.code();
    }

    @Nullable String reasonDetail() {
        return reason == null ? null : reason.detail();
    }

    boolean isHeld() {
        return state == State.HELD;
    }

    private static ReservationRow of(
            Reservation reservation,
            State state,
            @Nullable Money amount,
            Optional<RefusedSettlement> refused) {
        return new ReservationRow(
                reservation.payment(),
                reservation.debtor(),
                amount,
                state,
                refused.map(RefusedSettlement::creditor).orElse(null),
                refused.map(RefusedSettlement::reason).orElse(null));
    }

    private Reservation toReservation() {
        return switch (state) {
            case HELD -> new Held(payment, debtor, theAmount(), refusedSettlement());
            case REFUSED -> new Refused(payment, debtor, theAmount(), requireNonNull(reason));
            case SETTLED -> new Settled(payment, debtor, theAmount(), requireNonNull(creditor));
            case RELEASED ->
                    amount == null
                            ? new Barred(payment, debtor)
                            : new Released(payment, debtor, amount, refusedSettlement());
        };
    }

    private Money theAmount() {
        return requireNonNull(amount);
    }

    private Optional<RefusedSettlement> refusedSettlement() {
        return creditor == null || reason == null
                ? Optional.empty()
                : Optional.of(new RefusedSettlement(creditor, reason));
    }

    private static @Nullable Money amountOf(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return currency == null ? null : Money.of(row.getLong("amount"), currency);
    }

    private static @Nullable AccountId creditorOf(ResultSet row) throws SQLException {
        UUID creditor = row.getObject("creditor_id", UUID.class);
        return creditor == null ? null : new AccountId(creditor);
    }

    private static @Nullable RejectionReason reasonOf(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        return code == null ? null : new RejectionReason(code, row.getString("reason_detail"));
    }
}
