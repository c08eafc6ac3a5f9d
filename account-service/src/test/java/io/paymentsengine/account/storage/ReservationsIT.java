package io.paymentsengine.account.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.account.OnRealStores;
import io.paymentsengine.account.domain.Books;
import io.paymentsengine.account.domain.PaymentKey;
import io.paymentsengine.account.domain.Reservation;
import io.paymentsengine.account.domain.Reservation.Held;
import io.paymentsengine.account.domain.Reservation.Released;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Halves;
import io.paymentsengine.platform.ids.Ids;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// How reservations are found and updated.
class ReservationsIT extends OnRealStores {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /// The first row of each partition has the same ctid.
    @Test
    void in_a_table_of_partitions_a_reservation_moves_alone() throws SQLException {
        Held moves = held();
        Held stays = held();
        Reservation moved =
                new Released(moves.payment(), moves.debtor(), moves.amount(), Optional.empty());

        try (Halves halves =
                Halves.of(
                        stores.database("accounts").asSuperuser(),
                        "reservation",
                        "payment_id",
                        stays.payment().id().value())) {
            JdbcLedgers split =
                    new JdbcLedgers(
                            JdbcClient.create(
                                    new SingleConnectionDataSource(halves.connection(), true)));
            split.write(new Books.Changes(List.of(moves, stays), List.of(), List.of()), NOW);
            split.write(new Books.Changes(List.of(), List.of(moved), List.of()), NOW);

            Books books = split.open(Set.of(), Set.of(moves.payment(), stays.payment()));
            assertThat(books.reservations()).containsExactlyInAnyOrder(moved, stays);
        }
    }

    private static Held held() {
        return new Held(
                new PaymentKey(new TenantId("STD-001"), new PaymentId(Ids.next())),
                new AccountId(Ids.next()),
                Money.of(100, "EUR"),
                Optional.empty());
    }
}
