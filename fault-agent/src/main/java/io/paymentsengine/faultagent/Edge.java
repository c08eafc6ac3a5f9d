package io.paymentsengine.faultagent;

import java.util.Locale;
import java.util.Optional;

/// The side of a [Site] on which the crash happens.
public enum Edge {
    BEFORE,

    /// The site has returned. A site that throws has no such side.
    AFTER,

    /// The transaction of the method has been committed, and nothing has followed from it yet.
    COMMITTED("org.springframework.orm.jpa.JpaTransactionManager#doCommit"),

    /// The answer has been handed to the client's connection.
    ANSWERED("org.apache.catalina.connector.CoyoteAdapter#service");

    private final Optional<String> completion;

    Edge() {
        completion = Optional.empty();
    }

    Edge(String completion) {
        this.completion = Optional.of(completion);
    }

    /// The name as it is written in documents and points, such as `before`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The framework method, with its type's full name, whose return on the same thread is this
    /// edge; empty if no framework has to complete what the site begins.
    Optional<String> completion() {
        return completion;
    }
}
