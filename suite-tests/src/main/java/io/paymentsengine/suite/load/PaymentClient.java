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

/// Sends payments for one tenant with little overhead, because it shares the machine with what it measures.
/// Each payment has an idempotency key, as payments of careful clients do.
final class PaymentClient implements AutoCloseable {

    /// Fewer connections than the service accepts. A request that finds none waits here, and the wait counts
    /// towards its latency.
    private static final int CONNECTIONS_MAX = 700;

    private static final int ACCEPTED = 202;

    private static final String BULK = Tenant.PAYMENTS + "/bulk";

    private final String tenant;
    private final URI payments;
    private final Vertx vertx;
    private final HttpClient http;

    /// All requests are started on this context. If several threads start requests at once, the client
    /// silently loses some of them (Vert.x 5.0.7).
    private final Context loop;

    private final String keys = UUID.randomUUID() + "-";
    private final AtomicLong key = new AtomicLong();

    PaymentClient(Suite suite, Tenant tenant) {
        this.tenant = tenant.id();
        this.payments = suite.address(Service.PAYMENT_SERVICE, Tenant.PAYMENTS);
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.loop = vertx.getOrCreateContext();
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions().setKeepAliveTimeout(60),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
    }

    /// The response to a whole request.
    ///
    /// @param accepted how many payments were accepted
    /// @param refused how many payments were refused
    /// @param refusal the reason why payments were refused; empty if all were accepted
    /// @param inVain whether the request was answered before what it waited for had happened
    record Answer(int status, int accepted, int refused, String refusal, boolean inVain) {

        /// The response to a request that did not wait for an end.
        Answer(int status, int accepted, int refused, String refusal) {
            this(status, accepted, refused, refusal, false);
        }

        /// If the payment was only accepted, a client that waited for its end waited in vain.
        private Answer ofOneThatWaited() {
            return new Answer(status, accepted, refused, refusal, status == ACCEPTED);
        }

        /// Present in the item of each refused payment.
        private static final String PROBLEM = "\"problem\":{";

        private static final int REFUSAL_MAX = 500;

        /// Interprets a response. A bulk response has a result for each payment; any other applies to the
        /// request as a whole.
        ///
        /// @param payments how many payments were requested
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

    /// Requests one payment; the response is 202 once it is on disk.
    Future<Answer> post(Spread.Pair pair) {
        return send(Tenant.PAYMENTS, payment(pair), 1, Tenant.IDEMPOTENCY_KEY, nextKey());
    }

    /// Requests one payment and waits for its end; the response is 201, or 202 if the wait was in vain.
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

    /// Requests several payments in one bulk request.
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

    /// @param number how many payments are requested
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
