package io.paymentsengine.suite.load;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Tenant;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Sends payments for one tenant with little effort of its own: it shares the machine with what it
/// measures. Each payment has an idempotency key, as those of careful clients have.
final class Street implements AutoCloseable {

    /// Fewer than the service takes. What finds none waits here, and its latency counts.
    private static final int CONNECTIONS_MAX = 700;

    private static final int ACCEPTED = 202;

    private static final String BULK = Tenant.PAYMENTS + "/bulk";

    private final String tenant;
    private final URI payments;
    private final Vertx vertx;
    private final HttpClient http;

    /// All requests start here. Of those that several threads start at once the client loses some
    /// without a word (Vert.x 5.0.7).
    private final Context loop;

    private final String keys = UUID.randomUUID() + "-";
    private final AtomicLong key = new AtomicLong();

    Street(Suite suite, Tenant tenant) {
        this.tenant = tenant.id();
        this.payments = suite.address(Service.PAYMENT_SERVICE, Tenant.PAYMENTS);
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.loop = vertx.getOrCreateContext();
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions().setKeepAliveTimeout(60),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
    }

    /// An answer of the street door, of a whole request.
    ///
    /// @param accepted how many payments
    /// @param refused how many payments
    /// @param refusal what was said of those that were refused; empty where all were accepted
    /// @param inVain whether what the request waited for had not come about when it was answered
    record Answer(int status, int accepted, int refused, String refusal, boolean inVain) {

        /// To a request that waited for nothing more.
        Answer(int status, int accepted, int refused, String refusal) {
            this(status, accepted, refused, refusal, false);
        }

        /// Where it was accepted and no more, whoever waited for an end has none.
        private Answer ofOneThatWaited() {
            return new Answer(status, accepted, refused, refusal, status == ACCEPTED);
        }

        /// What a payment's item has where it was refused.
        private static final String PROBLEM = "\"problem\":{";

        private static final int REFUSAL_MAX = 500;

        /// A request is answered as a whole, unless each of its payments has an answer of its own.
        ///
        /// @param payments that were asked for
        static Answer of(int status, String body, int payments) {
            if (status / 100 != 2) {
                return new Answer(status, 0, payments, body);
            }
            int refused = 0;
            int first = body.indexOf(PROBLEM);
            for (int at = first; at >= 0; at = body.indexOf(PROBLEM, at + PROBLEM.length())) {
                refused++;
            }
            String refusal =
                    refused == 0
                            ? ""
                            : body.substring(first, Math.min(body.length(), first + REFUSAL_MAX));
            return new Answer(status, payments - refused, refused, refusal);
        }
    }

    /// Asks for one payment; 202 once it is on disk.
    Future<Answer> post(Spread.Pair pair) {
        return send(Tenant.PAYMENTS, payment(pair), 1, Tenant.IDEMPOTENCY_KEY, nextKey());
    }

    /// Asks for one payment and waits for its end: 201, or 202 in vain.
    Future<Answer> postAndWait(Spread.Pair pair) {
        return send(
                        Tenant.PAYMENTS,
                        payment(pair),
                        1,
                        Tenant.IDEMPOTENCY_KEY,
                        nextKey(),
                        Tenant.PREFER,
                        "wait=30")
                .map(Answer::ofOneThatWaited);
    }

    /// Asks for several payments with one request.
    Future<Answer> postAll(List<Spread.Pair> pairs) {
        String items =
                pairs.stream()
                        .map(
                                pair ->
                                        "{\"idempotencyKey\":\"%s\",\"payment\":%s}"
                                                .formatted(nextKey(), payment(pair)))
                        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        return send(BULK, items, pairs.size());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /// @param number of payments that are asked for
    /// @param headers names and values in turn
    private Future<Answer> send(String path, String body, int number, String... headers) {
        Promise<Answer> answer = Promise.promise();
        loop.runOnContext(
                _ ->
                        sendNow(path, body, headers)
                                .compose(response -> answer(response, number))
                                .onComplete(answer));
        return answer.future();
    }

    private Future<HttpClientResponse> sendNow(String path, String body, String... headers) {
        return http.request(HttpMethod.POST, payments.getPort(), payments.getHost(), path)
                .compose(request -> headed(request, headers).send(Buffer.buffer(body)));
    }

    private HttpClientRequest headed(HttpClientRequest request, String... headers) {
        request.putHeader(Headers.TENANT, tenant).putHeader("Content-Type", "application/json");
        for (int name = 0; name < headers.length; name += 2) {
            request.putHeader(headers[name], headers[name + 1]);
        }
        return request;
    }

    private static Future<Answer> answer(HttpClientResponse response, int payments) {
        int status = response.statusCode();
        return response.body().map(body -> Answer.of(status, body.toString(), payments));
    }

    private String nextKey() {
        return keys + key.incrementAndGet();
    }

    private static String payment(Spread.Pair pair) {
        return "{\"debtorAccount\":\""
                + pair.debtor()
                + "\",\"creditorAccount\":\""
                + pair.creditor()
                + "\",\"amount\":{\"value\":\"1.00\",\"currency\":\"EUR\"},\"reference\":\"\"}";
    }
}
