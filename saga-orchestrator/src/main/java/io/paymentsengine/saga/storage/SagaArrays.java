package io.paymentsengine.saga.storage;

import io.paymentsengine.platform.sql.SqlArrays;
import io.paymentsengine.saga.domain.Deadlines;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Columns of many rows as arrays. [Deadlines#NEVER] becomes PostgreSQL's `infinity`.
final class SagaArrays {

    private static final String INFINITY = "infinity";

    private SagaArrays() {}

    /// Returns one column of these rows.
    static <T> @Nullable String[] texts(
            Collection<? extends T> rows, Function<? super T, ? extends @Nullable Object> column) {
        return SqlArrays.<T>texts(rows, row -> orInfinity(column.apply(row)));
    }

    private static @Nullable Object orInfinity(@Nullable Object value) {
        return Deadlines.NEVER.equals(value) ? INFINITY : value;
    }
}
