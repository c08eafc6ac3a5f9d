package io.paymentsengine.account.domain;

import java.util.List;

/// The state of the books before a batch: the accounts and reservations that its commands name.
/// Nobody else changes them until the transaction that read them ends.
public record Books(List<Account> accounts, List<Reservation> reservations) {

    public Books {
        accounts = List.copyOf(accounts);
        reservations = List.copyOf(reservations);
    }

    /// What a batch adds to the books. Balances and reserved amounts follow from it.
    ///
    /// @param opened reservations that did not exist before, in their latest state
    /// @param moved reservations that were held before, in their latest state
    public record Changes(
            List<Reservation> opened, List<Reservation> moved, List<Transfer> transfers) {

        public Changes {
            opened = List.copyOf(opened);
            moved = List.copyOf(moved);
            transfers = List.copyOf(transfers);
        }
    }
}
