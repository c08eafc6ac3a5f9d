package io.paymentsengine.suite.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.suite.badinput.Attempt.Refusal;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.logs.NewLines;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that can be wrong with a request apart from its body: ids, queries, headers, the method.
final class BadAddresses {

    private static final Refusal INVALID = Refusal.INVALID;

    private static final String HALF_A_PAIR = "half a surrogate pair";
    private static final String NOT_UTF_8 = "bytes that are no UTF-8";

    /// Values that cannot be decoded are refused before the parameter's name is known.
    private static final Set<String> UNREADABLE = Set.of(HALF_A_PAIR, NOT_UTF_8);

    /// Encoded values that no parameter accepts, by their descriptions.
    private static final Map<String, String> NOTHING_OF_OURS =
            Map.of(
                    "a word",
                    "nonsense",
                    "SQL",
                    URLEncoder.encode("' OR '1'='1'; --", UTF_8),
                    "HTML",
                    URLEncoder.encode("<script>alert(1)</script>", UTF_8),
                    "a forged log line",
                    URLEncoder.encode("x\r\n" + NewLines.FORGED, UTF_8),
                    "a terminal's escape",
                    "%1b%5b2J",
                    HALF_A_PAIR,
                    "%ed%a0%80",
                    NOT_UTF_8,
                    "%ff%fe",
                    "endless text",
                    "x".repeat(5_000));

    private static final Map<String, String> NO_IDS =
            Map.of(
                    "a short id", "1-1-1-1-1",
                    "a padded short id", "0000000000000000000000000001-1-1-1-1",
                    "an id too long", "01a212ef-0efb-710b-b039-9abf100726d7a",
                    "an id in braces", "%7b01a212ef-0efb-710b-b039-9abf1007%7d");

    private static final Map<String, String> NO_CURSORS =
            Map.of(
                    "an invented cursor", "A".repeat(60),
                    "a cursor of few letters in many bytes", "4oKs4oKs4oKs4oKs4oKsYWE",
                    "a cursor that is cut", "A".repeat(25),
                    "no base64", "~~~",
                    "an empty cursor", "");

    private BadAddresses() {}

    static Stream<Attempt> of(GoodRequest good) {
        return Stream.of(ids(good), queries(good), headers(good), accepted(good))
                .flatMap(attempts -> attempts);
    }

    private static Stream<Attempt> ids(GoodRequest good) {
        return Stream.of(NOTHING_OF_OURS, NO_IDS)
                .flatMap(values -> values.entrySet().stream())
                .flatMap(
                        value ->
                                good.pathsWith(value.getValue())
                                        .map(
                                                path ->
                                                        good.withPath(
                                                                value.getKey() + " as id",
                                                                path,
                                                                INVALID,
                                                                null)));
    }

    private static Stream<Attempt> queries(GoodRequest good) {
        return good.queries()
                .flatMap(name -> valuesFor(name).map(value -> query(good, name, value)));
    }

    private static Stream<Map.Entry<String, String>> valuesFor(String name) {
        List<Map.Entry<String, String>> values = new ArrayList<>(NOTHING_OF_OURS.entrySet());
        switch (name) {
            case "limit" ->
                    Stream.of("", "0", "-1", "201", "1.5", "1e2", "99999999999999999999", "%31%00")
                            .forEach(limit -> values.add(Map.entry("limit " + limit, limit)));
            case "cursor" -> values.addAll(NO_CURSORS.entrySet());
            case "from", "to", "at" ->
                    Stream.of(
                                    "2026-13-01T00:00:00Z",
                                    "2026-01-01",
                                    "0",
                                    "+999999-01-01T00:00:00Z",
                                    "0000-01-01T00:00:00Z",
                                    "9999-12-31T23:59:59-23:59")
                            .forEach(time -> values.add(Map.entry("time " + time, time)));
            default -> {}
        }
        return values.stream();
    }

    private static Attempt query(GoodRequest good, String name, Map.Entry<String, String> value) {
        return good.withPath(
                value.getKey() + " as " + name,
                good.path() + "?" + name + "=" + value.getValue().replace("+9", "%2B9"),
                INVALID,
                UNREADABLE.contains(value.getKey()) ? null : name);
    }

    private static Stream<Attempt> headers(GoodRequest good) {
        return good.headers()
                .flatMap(
                        name ->
                                switch (name) {
                                    case Headers.TENANT -> tenants(good, name);
                                    case Tenant.IDEMPOTENCY_KEY -> keys(good, name);
                                    case "Last-Event-ID" -> lastEvents(good, name);
                                    // a Prefer header that cannot be parsed is ignored
                                    case Tenant.PREFER -> Stream.empty();
                                    default ->
                                            throw new AssertionError(
                                                    name + ": no invalid values are known");
                                });
    }

    private static Stream<Attempt> tenants(GoodRequest good, String name) {
        Refusal invalid = Refusal.of(400, "invalid-tenant");
        return Stream.of(
                good.withHeaders(
                        "two tenants", List.of(name, "STD-001", name, "NED-001"), invalid, name),
                good.withHeaders(
                        "two tenants in one", List.of(name, "STD-001,NED-001"), invalid, name),
                good.withHeaders("no tenant's id", List.of(name, "std-001"), invalid, name),
                good.withHeaders(
                        "a forged tenant",
                        List.of(name, "ZZZ-999"),
                        Refusal.of(403, "unknown-tenant"),
                        ""));
    }

    private static Stream<Attempt> keys(GoodRequest good, String name) {
        return Stream.of("\"open", "in between", "k".repeat(256), "\"\"", "tab\there")
                .map(key -> good.withHeaders("key " + key, List.of(name, key), INVALID, name));
    }

    private static Stream<Attempt> lastEvents(GoodRequest good, String name) {
        return Stream.of("", "x", "1.5", "0x1", "99999999999999999999")
                .flatMap(
                        id ->
                                Stream.of("text/event-stream", "application/json")
                                        .map(
                                                form ->
                                                        good.withHeaders(
                                                                "last event %s as %s"
                                                                        .formatted(id, form),
                                                                List.of(name, id, "Accept", form),
                                                                INVALID,
                                                                name)));
    }

    private static Stream<Attempt> accepted(GoodRequest good) {
        return Stream.of("image/png", "text/csv;q=0.5", "no-type")
                .map(
                        type ->
                                good.withHeaders(
                                        "accepting " + type,
                                        List.of("Accept", type),
                                        Refusal.of(406, "not-acceptable"),
                                        ""));
    }

    /// Methods that no operation at this path has.
    static Stream<Attempt> methods(GoodRequest good, Set<String> ofThePath) {
        return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get")
                .filter(method -> !ofThePath.contains(method))
                .map(method -> good.withMethod(method, Refusal.of(405, "method-not-allowed")));
    }
}
