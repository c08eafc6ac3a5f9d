package io.paymentsengine.saga.storage;

import static io.paymentsengine.saga.storage.SagaArrays.texts;

import io.paymentsengine.saga.application.Journal;
import io.paymentsengine.saga.domain.Cause;
import io.paymentsengine.saga.domain.Intervention;
import io.paymentsengine.saga.domain.JournalEntry;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Journals in PostgreSQL: many entries are written with one statement, and one journal is read as entities.
@Component
class StoredJournal implements Journal {

    private final JdbcClient jdbc;
    private final JournalRows rows;

    StoredJournal(JdbcClient jdbc, JournalRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public void append(Collection<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO journal (
                            tenant_id, payment_id, seq, at,
                            service, step, event, detail, operator, why)
                        SELECT * FROM unnest(
                            :tenant::text[], :payment::uuid[], :seq::int[], :at::timestamptz[],
                            :service::text[], :step::text[], :event::text[], :detail::text[],
                            :operator::text[], :why::text[])
                        """)
                .param("tenant", texts(entries, entry -> entry.saga().tenant()))
                .param("payment", texts(entries, entry -> entry.saga().payment()))
                .param("seq", texts(entries, JournalEntry::seq))
                .param("at", texts(entries, JournalEntry::at))
                .param("service", texts(entries, entry -> entry.cause().service()))
                .param("step", texts(entries, entry -> entry.cause().step()))
                .param("event", texts(entries, entry -> entry.cause().event()))
                .param("detail", texts(entries, JournalEntry::detail))
                .param("operator", texts(entries, entry -> operator(entry.cause())))
                .param("why", texts(entries, entry -> why(entry.cause())))
                .update();
    }

    @Override
    public List<JournalEntry> of(SagaKey saga) {
        return rows
                .findByTenantIdAndPaymentIdOrderBySeq(saga.tenant().value(), saga.payment().value())
                .stream()
                .map(row -> entry(saga, row))
                .toList();
    }

    private static JournalEntry entry(SagaKey saga, JournalRow row) {
        Cause cause = new Cause(row.service, row.step, row.event, intervention(row));
        return new JournalEntry(saga, row.seq, row.at, cause, row.detail);
    }

    private static Optional<Intervention> intervention(JournalRow row) {
        return row.operator == null || row.why == null
                ? Optional.empty()
                : Optional.of(new Intervention(row.operator, row.why));
    }

    private static @Nullable String operator(Cause cause) {
        return cause.intervention().map(Intervention::operator).orElse(null);
    }

    private static @Nullable String why(Cause cause) {
        return cause.intervention().map(Intervention::reason).orElse(null);
    }
}
