package io.paymentsengine.house;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a proxy's access log identifies the caller, and does not contain the query of a
/// request.
final class AccessLogs {

    private static final String INSTALL = "istio/install/";

    /// Log fields that contain a query, which may name accounts.
    private static final Pattern QUERY =
            Pattern.compile("%REQ\\((?:[\\w:?-]*(?:PATH|REFERER)[\\w:?-]*)\\)%");

    private AccessLogs() {}

    /// Fields of log formats that contain a query.
    static List<String> telling(House house) {
        return formats(house)
                .flatMap(
                        file ->
                                QUERY.matcher(file.text())
                                        .results()
                                        .map(MatchResult::group)
                                        .map(field -> file.name() + " " + field))
                .toList();
    }

    /// Headers that are set from a token's claims but are missing from a log format.
    static List<String> unlogged(House house) {
        List<String> headers =
                Manifest.ofKind(house, "RequestAuthentication")
                        .flatMap(each -> each.spec().findParents("claim").stream())
                        .map(each -> each.path("header").asString("").toUpperCase(Locale.ROOT))
                        .toList();
        return formats(house)
                .flatMap(
                        file ->
                                headers.stream()
                                        .filter(each -> !file.text().contains("(" + each + ")"))
                                        .map(each -> file.name() + " " + each))
                .toList();
    }

    private static Stream<HouseFile> formats(House house) {
        return house.files(".yaml").stream()
                .filter(file -> file.name().startsWith(INSTALL))
                .filter(file -> file.text().contains("accessLogFormat"));
    }
}
