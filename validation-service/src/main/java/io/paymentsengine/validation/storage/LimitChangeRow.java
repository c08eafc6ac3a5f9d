package io.paymentsengine.validation.storage;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.LimitChange;
import io.paymentsengine.validation.domain.Limits;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A [LimitChange] as a row.
@Entity
@Immutable
@Table(name = "limit_change")
class LimitChangeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String tenantId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Long> largestPayment;

    private int paymentsPerMinuteAndAccount;

    private int paymentsPerMinute;

    private Instant changedAt;

    private String operator;

    private String why;

    /// For Hibernate, which then sets the fields.
    @SuppressWarnings("NullAway.Init")
    protected LimitChangeRow() {}

    LimitChangeRow(LimitChange change) {
        Limits limits = change.limits();
        this.tenantId = change.tenant().value();
        this.largestPayment =
                limits.largestPayment().values().stream()
                        .collect(
                                toMap(
                                        largest -> largest.currency().getCurrencyCode(),
                                        Money::minorUnits));
        this.paymentsPerMinuteAndAccount = limits.paymentsPerMinuteAndAccount();
        this.paymentsPerMinute = limits.paymentsPerMinute();
        this.changedAt = change.at();
        this.operator = change.operator();
        this.why = change.reason();
    }

    LimitChange toLimitChange() {
        Limits limits =
                new Limits(
                        largestPayment.entrySet().stream()
                                .map(entry -> Money.of(entry.getValue(), entry.getKey()))
                                .collect(toUnmodifiableMap(Money::currency, Function.identity())),
                        paymentsPerMinuteAndAccount,
                        paymentsPerMinute);
        return new LimitChange(new TenantId(tenantId), limits, changedAt, operator, why);
    }
}
