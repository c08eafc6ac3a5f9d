package io.paymentsengine.faultagent;

import java.util.Locale;
import java.util.Optional;

/// On which side of a [Site] the crash is.
public enum Edge {
    BEFORE,

    /// It has returned; one that throws has no other side.
    AFTER,

    /// The transaction of the method has been committed, and nobody was told yet.
    COMMITTED("org.springframework.orm.jpa.JpaTransactionManager#doCommit"),

    /// The client has been answered.
    ANSWERED("org.apache.catalina.connector.CoyoteAdapter#service");

    private final Optional<String> completion;

    Edge() {
        completion = Optional.empty();
    }

    Edge(String completion) {
        this.completion = Optional.of(completion);
    }

    /// As it is written: `before`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The method, with its type's full name, whose return on the same thread is this edge: where what
    /// the site began is completed by a framework.
    Optional<String> completion() {
        return completion;
    }
}
