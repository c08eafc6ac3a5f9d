package io.paymentsengine.house;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks that it is documented for every table how long its rows are kept.
final class Growth {

    /// The document, with a row for each table.
    static final String DOCUMENT = "docs/reference/growth.md";

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|.*");

    private Growth() {}

    /// Tables that the document lacks.
    static List<String> untold(House house) {
        return Migration.tables(house).stream()
                .filter(Predicate.not(told(house)::contains))
                .toList();
    }

    /// Rows for tables that no migration creates.
    static List<String> outdated(House house) {
        return told(house).stream()
                .filter(Predicate.not(Migration.tables(house)::contains))
                .toList();
    }

    private static List<String> told(House house) {
        return new Markdown(house.file(DOCUMENT))
                .prose().stream()
                        .map(said -> ROW.matcher(said.text()))
                        .filter(Matcher::matches)
                        .map(row -> row.group(1))
                        .toList();
    }
}
