package io.paymentsengine.simulation.stores;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Rows by key, in the order in which they were inserted.
public final class Table<K, V> {

    private final Database database;
    private final Map<K, V> rows = new LinkedHashMap<>();
    private Consumer<K> watcher = _ -> {};

    Table(Database database) {
        this.database = database;
    }

    /// Reports the key of each row that changes, also when a change is undone.
    public void watch(Consumer<K> changes) {
        watcher = changes;
    }

    public Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    /// The first row whose key matches.
    Optional<V> findFirst(Predicate<K> such) {
        return rows.entrySet().stream()
                .filter(row -> such.test(row.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public Collection<V> all() {
        return rows.values();
    }

    public boolean has(K key) {
        return rows.containsKey(key);
    }

    /// Adds a row.
    ///
    /// @throws IllegalStateException if a row with this key exists
    public void insert(K key, V row) {
        if (rows.containsKey(key)) {
            throw new IllegalStateException("there is a row " + key + " already");
        }
        put(key, row);
    }

    /// Adds or replaces a row.
    public void put(K key, V row) {
        V before = rows.put(key, row);
        watcher.accept(key);
        database.undoBy(() -> restore(key, Optional.ofNullable(before)));
    }

    public void remove(K key) {
        V before = rows.remove(key);
        if (before != null) {
            watcher.accept(key);
            database.undoBy(() -> restore(key, Optional.of(before)));
        }
    }

    void clear() {
        rows.clear();
    }

    private void restore(K key, Optional<V> row) {
        row.ifPresentOrElse(was -> rows.put(key, was), () -> rows.remove(key));
        watcher.accept(key);
    }
}
