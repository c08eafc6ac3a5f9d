package io.paymentsengine.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/// Which page of a list is requested (`limit`, `cursor`), and how to answer with it. A page starts
/// at a position, not at a page number: rows that are added or removed in between neither repeat
/// nor hide others.
public final class PageQuery {

    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 200;

    private final int limit;
    private final @Nullable String position;
    private final String list;
    private final UriComponents uri;

    private PageQuery(int limit, @Nullable String position, String list, UriComponents uri) {
        this.limit = limit;
        this.position = position;
        this.list = list;
        this.uri = uri;
    }

    /// Reads the parameters.
    ///
    /// @param owner what the list belongs to in addition to its address: the tenant
    /// @param uri path and query of the request; everything except cursor and limit identifies the
    ///     list
    static PageQuery of(String owner, UriComponents uri) {
        Map<String, List<String>> filters = new TreeMap<>(uri.getQueryParams());
        filters.keySet().removeAll(Set.of(LIMIT, CURSOR));
        String list = owner + " " + uri.getPath() + " " + filters;
        String cursor = only(uri, CURSOR);
        return new PageQuery(
                limit(only(uri, LIMIT)),
                cursor == null ? null : reading(CURSOR, () -> Cursor.decode(list, cursor)),
                list,
                uri);
    }

    /// How many rows to read: one more than the page has, to find out whether there is another
    /// page.
    public int rows() {
        return limit + 1;
    }

    /// The maximum number of items on the page, for a list whose rows another service counts.
    public int limit() {
        return limit;
    }

    /// The position after which the page starts, or empty for the first page.
    ///
    /// @param reader parses a position that was given to [#answer]; if it throws, the cursor is
    ///     refused
    public <P> Optional<P> after(Function<String, P> reader) {
        return Optional.ofNullable(position).map(at -> reading(CURSOR, () -> reader.apply(at)));
    }

    /// Answers with the page, and with a link to the next one if there is one.
    ///
    /// @param rows at most [#rows] of them, in the order of the list
    /// @param position returns the position of a row, for [#after]
    /// @param view converts a row to what the client sees
    public <T, V> ResponseEntity<Page<V>> answer(
            List<T> rows, Function<T, String> position, Function<T, V> view) {
        return answer(
                rows.stream().limit(limit).map(view).toList(),
                rows.size() <= limit
                        ? Optional.empty()
                        : Optional.of(position.apply(rows.get(limit - 1))));
    }

    /// Answers with the page, and with a link to the next one if there is one.
    ///
    /// @param end the position where the page ends, for [#after]; empty if it is the last page
    public <V> ResponseEntity<Page<V>> answer(List<V> items, Optional<String> end) {
        if (end.isEmpty()) {
            return ResponseEntity.ok(new Page<>(items, null));
        }
        String next = Cursor.encode(list, end.get());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<" + addressOf(next) + ">; rel=\"next\"")
                .body(new Page<>(items, next));
    }

    private String addressOf(String next) {
        return UriComponentsBuilder.newInstance()
                .uriComponents(uri)
                .replaceQueryParam(CURSOR, next)
                .build()
                .toUriString();
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return LIMIT_DEFAULT;
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw limitRefused();
        }
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw limitRefused();
        }
        return limit;
    }

    private static ProblemException limitRefused() {
        return Problem.invalid(InputError.parameter(LIMIT, "must be 1 to " + LIMIT_MAX))
                .exception();
    }

    private static @Nullable String only(UriComponents uri, String name) {
        List<String> values = uri.getQueryParams().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.invalid(InputError.parameter(name, "must be given once")).exception();
        }
        return values.isEmpty() ? null : String.valueOf(values.getFirst());
    }

    private static <T> T reading(String parameter, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid(
                            InputError.parameter(parameter, String.valueOf(refused.getMessage())))
                    .exception();
        }
    }
}
