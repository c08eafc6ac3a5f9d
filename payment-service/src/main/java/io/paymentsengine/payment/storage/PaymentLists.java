package io.paymentsengine.payment.storage;

import static java.util.stream.Collectors.joining;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.domain.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of payments, read from ranges of indexes that have the list's order: from one range, or, for an
/// account, from the payments it made and the payments it received.
///
/// The status is written into the statement as a literal rather than a parameter: only then can PostgreSQL use
/// the matching partial index, whichever plan it has cached.
@Component
class PaymentLists {

    /// For an account, each status is a range of its own.
    private static final List<Payment.Status> ANY = List.of(Payment.Status.values());

    private static final List<String> SIDES = List.of("debtor = :account", "creditor = :account");

    private final JdbcClient jdbc;

    PaymentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Payment> list(PaymentQuery query) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql(query))
                        .param("tenant", query.tenant().value())
                        .param("rows", query.rows());
        query.account().ifPresent(account -> statement.param("account", account.value()));
        query.from().map(Moments::firstAt).ifPresent(id -> statement.param("from", id.value()));
        query.to().map(Moments::firstAt).ifPresent(id -> statement.param("to", id.value()));
        query.before().map(PaymentId::value).ifPresent(id -> statement.param("before", id));
        return statement.query((row, _) -> PaymentColumns.payment(row)).list();
    }

    private static String sql(PaymentQuery query) {
        if (query.account().isEmpty()) {
            return range(
                    Stream.concat(
                            conditions(query), query.status().map(PaymentLists::is).stream()));
        }
        return query.status().map(List::of).orElse(ANY).stream()
                .map(PaymentLists::is)
                .flatMap(status -> SIDES.stream().map(side -> status + " AND " + side))
                .map(each -> range(Stream.concat(conditions(query), Stream.of(each))))
                .collect(
                        joining(
                                ") UNION ALL (",
                                "SELECT * FROM ((",
                                ")) AS listed ORDER BY id DESC LIMIT :rows"));
    }

    private static String is(Payment.Status status) {
        return "status = '%s'".formatted(status);
    }

    private static String range(Stream<String> conditions) {
        return "SELECT %s FROM payment WHERE %s ORDER BY id DESC LIMIT :rows"
                .formatted(PaymentColumns.ALL, conditions.collect(joining(" AND ")));
    }

    private static Stream<String> conditions(PaymentQuery query) {
        List<String> conditions = new ArrayList<>(List.of("tenant_id = :tenant"));
        query.from().ifPresent(_ -> conditions.add("id >= :from"));
        query.to().ifPresent(_ -> conditions.add("id < :to"));
        query.before().ifPresent(_ -> conditions.add("id < :before"));
        return conditions.stream();
    }
}
