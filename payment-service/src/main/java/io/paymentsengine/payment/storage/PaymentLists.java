package io.paymentsengine.payment.storage;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.domain.Moments;
import io.paymentsengine.payment.domain.Payment;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of payments, each read from one range of an index that has the list's order; for an account,
/// from two: what it paid and what it was paid.
@Component
class PaymentLists {

    private final JdbcClient jdbc;

    PaymentLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Payment> list(PaymentQuery query) {
        return statement("", query).query((row, _) -> PaymentColumns.payment(row)).list();
    }

    /// The statement that lists, with its parameters, behind a prefix such as `EXPLAIN`.
    JdbcClient.StatementSpec statement(String prefix, PaymentQuery query) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(prefix + sql(query))
                        .param("tenant", query.tenant().value())
                        .param("rows", query.rows());
        query.status().ifPresent(status -> statement.param("status", status.name()));
        query.account().ifPresent(account -> statement.param("account", account.value()));
        query.from().map(Moments::firstAt).ifPresent(id -> statement.param("from", id.value()));
        query.to().map(Moments::firstAt).ifPresent(id -> statement.param("to", id.value()));
        query.before().map(PaymentId::value).ifPresent(id -> statement.param("before", id));
        return statement;
    }

    private static String sql(PaymentQuery query) {
        String range = String.join(" AND ", conditions(query));
        if (query.account().isEmpty()) {
            return range(range);
        }
        return "SELECT * FROM ((%s) UNION ALL (%s)) AS listed ORDER BY id DESC LIMIT :rows"
                .formatted(
                        range(range + " AND debtor = :account"),
                        range(range + " AND creditor = :account"));
    }

    private static String range(String conditions) {
        return "SELECT %s FROM payment WHERE %s ORDER BY id DESC LIMIT :rows"
                .formatted(PaymentColumns.ALL, conditions);
    }

    private static List<String> conditions(PaymentQuery query) {
        List<String> conditions = new ArrayList<>(List.of("tenant_id = :tenant"));
        query.status().ifPresent(_ -> conditions.add("status = :status"));
        query.from().ifPresent(_ -> conditions.add("id >= :from"));
        query.to().ifPresent(_ -> conditions.add("id < :to"));
        query.before().ifPresent(_ -> conditions.add("id < :before"));
        return conditions;
    }
}
