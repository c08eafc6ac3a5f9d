package io.paymentsengine.validation.storage;

import static io.paymentsengine.platform.sql.SqlArrays.texts;
import static java.util.stream.Collectors.toMap;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.Decisions;
import io.paymentsengine.validation.domain.Decision;
import io.paymentsengine.validation.domain.Objection;
import io.paymentsengine.validation.domain.Verdict;
import io.paymentsengine.validation.domain.Verdict.Approved;
import io.paymentsengine.validation.domain.Verdict.Declined;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Decisions as rows, with one statement for any number of them.
@Repository
class JdbcDecisions implements Decisions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcDecisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<Decision.Key, Decision> find(Collection<Decision.Key> keys) {
        List<Decision.Key> asked = List.copyOf(keys);
        return jdbc
                .sql(
                        """
                        SELECT decision.*
                        FROM unnest(:tenants, :payments::uuid[]) AS asked (tenant, payment)
                        CROSS JOIN LATERAL (
                            SELECT tenant_id, payment_id, debtor_id, creditor_id, objections,
                                   decided_at
                            FROM decision
                            WHERE tenant_id = tenant AND payment_id = payment
                            OFFSET 0) AS decision
                        """)
                .param("tenants", texts(asked, key -> key.tenant().value()))
                .param("payments", texts(asked, key -> key.payment().toString()))
                .query((row, _) -> decision(row))
                .stream()
                .collect(toMap(Decision::key, decision -> decision));
    }

    @Override
    public void addAll(Collection<Decision> decisions) {
        List<Decision> made = List.copyOf(decisions);
        jdbc.sql(
                        """
                        INSERT INTO decision (tenant_id, payment_id, outcome, debtor_id, creditor_id,
                                              objections, decided_at)
                        SELECT * FROM unnest(:tenants, :payments::uuid[], :outcomes,
                                             :debtors::uuid[], :creditors::uuid[],
                                             :objections::jsonb[], :times::timestamptz[])
                        """)
                .param("tenants", texts(made, each -> each.key().tenant().value()))
                .param("payments", texts(made, each -> each.key().payment().toString()))
                .param("outcomes", texts(made, each -> outcome(each.verdict())))
                .param("debtors", texts(made, each -> debtor(each.verdict())))
                .param("creditors", texts(made, each -> creditor(each.verdict())))
                .param("objections", texts(made, each -> objections(each.verdict())))
                .param("times", texts(made, each -> each.at().toString()))
                .update();
    }

    private Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                new Decision.Key(
                        new TenantId(row.getString("tenant_id")),
                        new PaymentId(row.getObject("payment_id", UUID.class))),
                verdict(row),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private Verdict verdict(ResultSet row) throws SQLException {
        String objections = row.getString("objections");
        return objections == null
                ? new Approved(
                        new AccountId(row.getObject("debtor_id", UUID.class)),
                        new AccountId(row.getObject("creditor_id", UUID.class)))
                : new Declined(
                        json
                                .readValue(
                                        objections, new TypeReference<List<StoredObjection>>() {})
                                .stream()
                                .map(StoredObjection::toObjection)
                                .toList());
    }

    private @Nullable String objections(Verdict verdict) {
        return switch (verdict) {
            case Approved _ -> null;
            case Declined declined ->
                    json.writeValueAsString(
                            declined.objections().stream().map(StoredObjection::of).toList());
        };
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Approved _ -> "APPROVED";
            case Declined _ -> "DECLINED";
        };
    }

    private static @Nullable String debtor(Verdict verdict) {
        return switch (verdict) {
            case Approved approved -> approved.debtor().toString();
            case Declined _ -> null;
        };
    }

    private static @Nullable String creditor(Verdict verdict) {
        return switch (verdict) {
            case Approved approved -> approved.creditor().toString();
            case Declined _ -> null;
        };
    }

    /// Format of the column. A stored decision must not change because a name in the code does.
    private record StoredObjection(String rule, String code, String detail) {

        static StoredObjection of(Objection objection) {
            return new StoredObjection(
                    objection.rule(), objection.reason().code(), objection.reason().detail());
        }

        Objection toObjection() {
            return new Objection(rule, new RejectionReason(code, detail));
        }
    }
}
