package io.paymentsengine.suite.client;

import io.paymentsengine.contracts.Headers;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A client of the services that identifies itself as a tenant, as something that claims to be a tenant, or
/// not at all.
public final class Caller {

    private static final String JSON = "application/json";

    private final Suite suite;
    private final @Nullable String tenant;

    private Caller(Suite suite, @Nullable String tenant) {
        this.suite = suite;
        this.tenant = tenant;
    }

    public static Caller inTheNameOf(String tenant, Suite suite) {
        return new Caller(suite, tenant);
    }

    public static Caller inNobodysName(Suite suite) {
        return new Caller(suite, null);
    }

    /// Sends a GET request.
    ///
    /// @param headers names and values in turn
    public Answer get(Service service, String path, String... headers) {
        return call(service, "GET", path, null, headers);
    }

    /// Sends a POST request.
    ///
    /// @param body written as JSON; a `String` is sent as it is
    /// @param headers names and values in turn
    public Answer post(Service service, String path, @Nullable Object body, String... headers) {
        return call(service, "POST", path, body, headers);
    }

    /// Sends a request with any method.
    ///
    /// @param body written as JSON; a `String` is sent as it is
    /// @param headers names and values in turn
    public Answer call(
            Service service, String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = to(service, path, headers);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", JSON);
            request.method(method, BodyPublishers.ofString(Json.write(body)));
        }
        return Answer.of(Http.send(suite.client(), request.build(), BodyHandlers.ofString()));
    }

    /// The lines of a response as they arrive; the stream ends with the response.
    ///
    /// @param headers names and values in turn
    public Stream<String> lines(Service service, String path, String... headers) {
        HttpRequest request = to(service, path, headers).build();
        var response = Http.send(suite.client(), request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " was answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder to(Service service, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(suite.address(service, path)).timeout(Http.PATIENCE);
        if (tenant != null) {
            request.header(Headers.TENANT, tenant);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }
}
