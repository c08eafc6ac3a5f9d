package io.paymentsengine.saga.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// A journal entry as it is read. Entries are written many at a time, without this class.
@Entity
@Immutable
@Table(name = "journal")
@IdClass(JournalRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
class JournalRow {

    @Id String tenantId;
    @Id UUID paymentId;
    @Id int seq;
    Instant at;
    String service;
    String step;
    String event;
    String detail;
    @Nullable String operator;
    @Nullable String why;

    record Key(String tenantId, UUID paymentId, int seq) {}
}
