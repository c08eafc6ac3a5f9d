package io.paymentsengine.platform.sql;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Turns columns of many rows into arrays for `unnest`. Values that are not numbers are passed as
/// text, which the statement casts: the driver has no arrays of UUIDs or times.
public final class SqlArrays {

    private SqlArrays() {}

    /// A column as text, in the order of the rows; null stays null.
    public static <T> @Nullable String[] texts(
            Collection<? extends T> rows, Function<? super T, ? extends @Nullable Object> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        int at = 0;
        for (T row : rows) {
            Object value = column.apply(row);
            texts[at++] = value == null ? null : value.toString();
        }
        return texts;
    }

    /// A column of whole numbers, in the order of the rows.
    public static <T> Long[] longs(Collection<? extends T> rows, ToLongFunction<? super T> column) {
        return rows.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }
}
