package io.paymentsengine.suite.mesh.pod;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Sends requests at a constant rate, whether or not earlier ones were answered, and measures latency from
/// when a request should have started.
final class Load {

    private static final String TENANT = "STD-001";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Load() {}

    /// Prints the number of responses that were not 200, and the median and 99th percentile latency of the
    /// others in microseconds. A first series of the same size warms up and is not counted.
    ///
    /// @param arguments the URL, requests per second, requests that count
    static void make(String... arguments) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(arguments[0]))
                        .header("x-tenant-id", TENANT)
                        .build();
        int perSecond = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        send(request, perSecond, times);
        long[] took = send(request, perSecond, times);
        long failed = Arrays.stream(took).filter(each -> each < 0).count();
        long[] answered = Arrays.stream(took).filter(each -> each >= 0).sorted().toArray();
        System.out.println(failed + " " + at(50, answered) + " " + at(99, answered));
    }

    private static long at(int percent, long... sorted) {
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
    }

    private static long[] send(HttpRequest request, int perSecond, int times) {
        long[] took = new long[times];
        CompletableFuture<?>[] answers = new CompletableFuture<?>[times];
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long first = System.nanoTime();
        for (int number = 0; number < times; number++) {
            long due = first + number * interval;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int place = number;
            answers[number] =
                    CLIENT.sendAsync(request, BodyHandlers.discarding())
                            .handle(
                                    (answer, broken) ->
                                            took[place] =
                                                    broken == null && answer.statusCode() == 200
                                                            ? (System.nanoTime() - due) / 1_000
                                                            : -1);
        }
        CompletableFuture.allOf(answers).join();
        return took;
    }
}
