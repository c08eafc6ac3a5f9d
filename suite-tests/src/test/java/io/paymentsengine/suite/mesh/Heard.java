package io.paymentsengine.suite.mesh;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The result of a call.
///
/// @param status 0 if there was no answer
/// @param headers by lower-case name
record Heard(int status, long millis, Map<String, String> headers, String body) {

    private static final String DENIED = "RBAC: access denied";

    Heard {
        headers = Map.copyOf(headers);
    }

    /// @param line as printed by a pod
    static Heard of(String line) {
        String[] parts = line.split(" ", 4);
        Map<String, String> headers = new TreeMap<>();
        decoded(parts[2])
                .lines()
                .map(header -> header.split(": ", 2))
                .filter(header -> header.length == 2)
                .forEach(header -> headers.put(header[0], header[1]));
        return new Heard(
                Integer.parseInt(parts[0]), Long.parseLong(parts[1]), headers, decoded(parts[3]));
    }

    static Heard of(HttpResponse<String> response, long millis) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Heard(response.statusCode(), millis, headers, response.body());
    }

    static Heard nothing(String why, long millis) {
        return new Heard(0, millis, Map.of(), why);
    }

    boolean isAnswered() {
        return status != 0;
    }

    /// Whether the request succeeded.
    boolean isGood() {
        return status >= 200 && status <= 299;
    }

    /// The failed calls.
    static List<Heard> lost(List<Heard> heard) {
        return heard.stream().filter(each -> !each.isGood()).toList();
    }

    /// Whether a policy of the mesh denied it; services refuse with a problem document instead.
    boolean isDenied() {
        return status == 403 && body.contains(DENIED);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The test pod that answered, if one did.
    Optional<String> answeredBy() {
        return header("x-answered-by");
    }

    /// The value of a header as it reached the test pod, which echoes headers in its body.
    Optional<String> sent(String name) {
        return body.lines()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text.substring(1)), StandardCharsets.UTF_8);
    }
}
