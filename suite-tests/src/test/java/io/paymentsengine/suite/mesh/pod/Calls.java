package io.paymentsengine.suite.mesh.pod;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// Makes calls, and prints one line for each: status, milliseconds, headers and body, the last two in Base64.
/// A status of 0 means that there was no answer.
final class Calls {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int SILENCE_MILLIS_MAX = 4_000;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofMillis(CONNECT_MILLIS_MAX))
                    .build();

    private Calls() {}

    /// @param arguments how many calls at once, how often each, and the calls: `GET http://…` with a line for
    ///     each header, or `TCP host:port` with a line of bytes to send
    static void make(String... arguments) {
        int atOnce = Integer.parseInt(arguments[0]);
        int times = Integer.parseInt(arguments[1]);
        try (ExecutorService callers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int call = 2; call < arguments.length; call++) {
                String[] lines = arguments[call].split("\n", -1);
                for (int time = 0; time < times; time++) {
                    answers.add(callers.submit(() -> make(lines[0].split(" ", 2), lines)));
                }
            }
            answers.forEach(answer -> System.out.println(said(answer)));
        }
    }

    private static String said(Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String make(String[] what, String... lines) throws InterruptedException {
        long start = System.nanoTime();
        try {
            return what[0].equals("TCP")
                    ? tcp(start, what[1], lines[1])
                    : http(start, what[0], what[1], lines);
        } catch (IOException broken) {
            return line(0, start, "", broken.toString());
        }
    }

    private static String http(long start, String method, String url, String... lines)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        for (int line = 1; line < lines.length; line++) {
            String[] header = lines[line].split(": ", 2);
            request.header(header[0], header[1]);
        }
        boolean empty = method.equals("GET") || method.equals("DELETE");
        request.method(method, empty ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        String headers =
                response.headers().map().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().getFirst())
                        .collect(Collectors.joining("\n"));
        return line(response.statusCode(), start, headers, response.body());
    }

    /// Sends the bytes and waits for the first byte of an answer.
    private static String tcp(long start, String address, String bytes) throws IOException {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon);
        int port = Integer.parseInt(address.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS_MAX);
            socket.setSoTimeout(SILENCE_MILLIS_MAX);
            socket.getOutputStream().write(HexFormat.of().parseHex(bytes));
            InputStream answer = socket.getInputStream();
            int first = answer.read();
            return first < 0
                    ? line(0, start, "", "closed without a byte")
                    : line(200, start, "", "answered with " + (char) first);
        } catch (SocketTimeoutException silent) {
            return line(0, start, "", "silent");
        }
    }

    private static String line(int status, long start, String headers, String body) {
        return "%d %d %s %s"
                .formatted(
                        status,
                        (System.nanoTime() - start) / 1_000_000,
                        encoded(headers),
                        encoded(body));
    }

    private static String encoded(String text) {
        return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
