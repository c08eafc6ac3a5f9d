package io.paymentsengine.account.domain;

import java.util.List;

/// What was in the books before a batch: the accounts and reservations that its commands name.
/// Whoever read them keeps everybody else from changing them.
public record Books(List<Account> accounts, List<Reservation> reservations) {

    public Books {
        accounts = List.copyOf(accounts);
        reservations = List.copyOf(reservations);
    }

    /// What a batch adds to the books. What this means for balances and for what is reserved follows
    /// from it.
    ///
    /// @param opened reservations that were not there, in the state that they have come to
    /// @param moved reservations that were held before and have moved on
    public record Changes(
            List<Reservation> opened, List<Reservation> moved, List<Transfer> transfers) {

        public Changes {
            opened = List.copyOf(opened);
            moved = List.copyOf(moved);
            transfers = List.copyOf(transfers);
        }
    }
}
