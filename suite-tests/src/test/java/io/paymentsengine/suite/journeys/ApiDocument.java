package io.paymentsengine.suite.journeys;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A service's published API: its OpenAPI document.
public record ApiDocument(Service service, JsonNode json) {

    private static final String PATH = "/v3/api-docs";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /// An operation of a service.
    ///
    /// @param path the path template, with parameter names in braces
    /// @param description the operation's description in the document
    public record Operation(Service service, String method, String path, JsonNode description) {

        /// Matches a parameter in a path template.
        public static final String PARAMETER = "\\{[^}]+}";

        /// The method and the path without parameter names, such as `GET /api/v1/payments/{}`.
        public String name() {
            return method + " " + path.replaceAll(PARAMETER, "{}");
        }

        @Override
        public String toString() {
            return service + ": " + name();
        }
    }

    static ApiDocument of(Service service, Suite suite) {
        return new ApiDocument(
                service, Caller.inNobodysName(suite).get(service, PATH).expecting(200).json());
    }

    /// The operations of all services.
    public static List<Operation> everything(Suite suite) {
        return Stream.of(Service.values())
                .flatMap(service -> of(service, suite).operations())
                .toList();
    }

    Stream<Operation> operations() {
        return json.path("paths")
                .propertyStream()
                .flatMap(
                        path ->
                                path.getValue().propertyNames().stream()
                                        .filter(METHODS::contains)
                                        .map(
                                                method ->
                                                        operation(
                                                                method,
                                                                path.getKey(),
                                                                path.getValue().path(method))));
    }

    private Operation operation(String method, String path, JsonNode description) {
        return new Operation(service, method.toUpperCase(Locale.ROOT), path, description);
    }
}
