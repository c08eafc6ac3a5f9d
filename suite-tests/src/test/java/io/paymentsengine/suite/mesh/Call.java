package io.paymentsengine.suite.mesh;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A call made by a pod.
///
/// @param what method and URL, or `TCP` and an address
/// @param lines headers, or the bytes to send
record Call(String what, List<String> lines) {

    /// A request that any HTTP server answers in some way.
    static final String HTTP_BYTES =
            hex("GET / HTTP/1.1\r\nHost: plaintext\r\nConnection: close\r\n\r\n");

    Call {
        lines = List.copyOf(lines);
    }

    static Call get(String url) {
        return of("GET", url);
    }

    static Call of(String method, String url) {
        return new Call(method + " " + url, List.of());
    }

    /// Sends these bytes, given in hexadecimal, and waits for an answer.
    static Call tcp(String host, int port, String bytes) {
        return new Call("TCP %s:%d".formatted(host, port), List.of(bytes));
    }

    Call with(String header, String value) {
        return new Call(
                what, Stream.concat(lines.stream(), Stream.of(header + ": " + value)).toList());
    }

    String asArgument() {
        return Stream.concat(Stream.of(what), lines.stream()).collect(Collectors.joining("\n"));
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
