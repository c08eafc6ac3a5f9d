package io.paymentsengine.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Flyway migration of a service or of the platform.
///
/// @param sql without comments, in lower case, with single spaces
record Migration(HouseFile file, String sql) {

    /// Tables that belong to no tenant, with the reasons.
    private static final Set<String> NOBODYS =
            Set.of(
                    // a row has messages of many tenants, each with its tenant; no request reads it
                    "outbox",
                    // the offsets that the service has consumed: no tenant's data
                    "consumed");

    private static final Pattern TABLE =
            Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+) \\(");
    private static final Pattern TIME_WITHOUT_ZONE =
            Pattern.compile("\\btimestamp(?! with time zone)\\b");

    /// Statements that remove something, or require what the previous version doesn't write.
    private static final Pattern BREACH =
            Pattern.compile(
                    "drop table \\w+|drop column (?:if exists )?\\w+"
                            + "|rename (?:to|column|constraint) \\w+"
                            + "|alter column \\w+ (?:set not null|(?:set data )?type \\w+)"
                            + "|add column (?:if not exists )?\\w+(?![^,;]* default )[^,;]* not null");

    /// Statements that block writes to a table while they read it.
    private static final Pattern INDEX =
            Pattern.compile(
                    "create (?:unique )?index (?!concurrently )(?:if not exists )?\\w+ on (\\w+)");

    /// The last migration of each module when the suite was first installed. Up to it, no table was
    /// in use yet.
    private static final Map<String, String> FIRST_INSTALLED =
            Map.of(
                    "payment-service", "V004",
                    "validation-service", "V001",
                    "account-service", "V007",
                    "saga-orchestrator", "V002");

    /// All migrations of a house, in the order of their names.
    static List<Migration> of(House house) {
        return house.files(".sql").stream()
                .filter(file -> file.name().contains("/src/main/resources/db/"))
                .map(file -> new Migration(file, normal(file.text())))
                .toList();
    }

    /// The tables that the migrations of a house create.
    static List<String> tables(House house) {
        return of(house).stream()
                .flatMap(migration -> TABLE.matcher(migration.sql).results())
                .map(table -> table.group(1))
                .distinct()
                .toList();
    }

    /// Tables from which one tenant could read another's rows: they have no tenant, or no row-level
    /// security that applies to the owner as well.
    static List<String> openTables(House house) {
        List<Migration> migrations = of(house);
        return migrations.stream()
                .flatMap(migration -> migration.openTables(migration.module(migrations)))
                .toList();
    }

    /// Migrations with times whose meaning depends on the time zone.
    static List<String> timesWithoutZone(House house) {
        return of(house).stream()
                .filter(migration -> TIME_WITHOUT_ZONE.matcher(migration.sql).find())
                .map(Migration::name)
                .toList();
    }

    /// Changes with which the previous version can't work, in all but the first migration of a
    /// module. While pods are replaced, a canary is tried or a release is rolled back, both
    /// versions use the same tables.
    static List<String> breaches(House house) {
        List<Migration> migrations = of(house);
        return migrations.stream()
                .filter(migration -> !migration.isFirst(migrations))
                .flatMap(
                        migration ->
                                BREACH.matcher(migration.sql)
                                        .results()
                                        .map(breach -> migration.name() + " " + breach.group()))
                .toList();
    }

    /// Indexes that are built on a table in use without `CONCURRENTLY`, which blocks writes to it.
    static List<String> blocking(House house) {
        return of(house).stream()
                .filter(Migration::findsTables)
                .flatMap(
                        migration ->
                                INDEX.matcher(migration.sql)
                                        .results()
                                        .filter(index -> !migration.makes(index.group(1)))
                                        .map(index -> migration.name() + " " + index.group()))
                .toList();
    }

    /// Versions that a module has twice. Flyway would notice only when the service starts.
    static List<String> repeated(House house) {
        List<String> versions = of(house).stream().map(Migration::version).toList();
        return versions.stream()
                .filter(version -> versions.indexOf(version) != versions.lastIndexOf(version))
                .distinct()
                .toList();
    }

    String name() {
        return file.name();
    }

    private boolean findsTables() {
        String number = file.simpleName().replaceFirst("__.*", "");
        return number.compareTo(FIRST_INSTALLED.getOrDefault(file.module(), "")) > 0;
    }

    private boolean makes(String table) {
        return TABLE.matcher(sql).results().anyMatch(made -> made.group(1).equals(table));
    }

    private boolean isFirst(List<Migration> all) {
        return all.stream()
                .filter(each -> each.file.module().equals(file.module()))
                .findFirst()
                .filter(this::equals)
                .isPresent();
    }

    private String version() {
        return file.module() + " " + file.simpleName().replaceFirst("__.*", "");
    }

    /// All SQL of the module, because a later migration may secure a table.
    private String module(List<Migration> all) {
        return String.join(
                " ",
                all.stream()
                        .filter(each -> each.file.module().equals(file.module()))
                        .map(Migration::sql)
                        .toList());
    }

    private Stream<String> openTables(String moduleSql) {
        return TABLE.matcher(sql)
                .results()
                .filter(table -> !NOBODYS.contains(table.group(1)))
                .flatMap(table -> gaps(table, moduleSql).map(gap -> name() + " " + gap));
    }

    private Stream<String> gaps(MatchResult table, String moduleSql) {
        String name = table.group(1);
        List<String> gaps = new ArrayList<>();
        if (!columns(table.end()).contains("tenant_id text not null")) {
            gaps.add(name + " has no tenant_id");
        }
        Stream.of(
                        "alter table %s enable row level security",
                        "alter table %s force row level security",
                        "create policy tenant_rows on %s using")
                .map(statement -> statement.formatted(name))
                .filter(Predicate.not(moduleSql::contains))
                .map(statement -> "lacks: " + statement)
                .forEach(gaps::add);
        return gaps.stream();
    }

    /// The text in the parentheses that were opened before `start`.
    private String columns(int start) {
        int depth = 1;
        int end = start;
        while (depth > 0 && end < sql.length()) {
            depth += depthOf(sql.charAt(end));
            end++;
        }
        return sql.substring(start, end);
    }

    private static int depthOf(char character) {
        return switch (character) {
            case '(' -> 1;
            case ')' -> -1;
            default -> 0;
        };
    }

    private static String normal(String text) {
        return text.replaceAll("(?m)--.*$", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
