package io.paymentsengine.suite.badinput;

import io.paymentsengine.suite.badinput.Attempt.Body;
import io.paymentsengine.suite.badinput.Attempt.Refusal;
import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A valid request, from which invalid ones are derived by changing one thing.
///
/// @param path contains ids of existing resources
/// @param body null if the operation takes none
record GoodRequest(Operation operation, String path, @Nullable String body) {

    /// The path with one parameter replaced by this value, once for each parameter.
    Stream<String> pathsWith(String value) {
        return Stream.iterate(0, at -> at + 1).limit(parameters()).map(at -> pathWith(at, value));
    }

    /// The names of the query parameters.
    Stream<String> queries() {
        return named("query");
    }

    /// The names of the documented headers.
    Stream<String> headers() {
        return named("header");
    }

    Attempt withPath(String wrong, String otherPath, Refusal refusal, @Nullable String named) {
        return new Attempt(
                operation,
                wrong,
                operation.method(),
                otherPath,
                List.of(),
                body == null ? null : Body.json(body),
                refusal,
                named);
    }

    Attempt withBody(String wrong, Body other, Refusal refusal, @Nullable String named) {
        return new Attempt(
                operation, wrong, operation.method(), path, List.of(), other, refusal, named);
    }

    Attempt withHeaders(String wrong, List<String> headers, Refusal refusal, String named) {
        return new Attempt(
                operation,
                wrong,
                operation.method(),
                path,
                headers,
                body == null ? null : Body.json(body),
                refusal,
                named.isEmpty() ? null : named);
    }

    Attempt withMethod(String method, Refusal refusal) {
        return new Attempt(operation, method, method, path, List.of(), null, refusal, null);
    }

    private Stream<String> named(String in) {
        return operation
                .description()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .map(parameter -> parameter.path("name").asString());
    }

    private long parameters() {
        return operation.path().chars().filter(sign -> sign == '{').count();
    }

    private String pathWith(int at, String value) {
        String[] parts = operation.path().split("/", -1);
        String[] filled = path.split("/", -1);
        int seen = 0;
        for (int part = 0; part < parts.length; part++) {
            if (parts[part].startsWith("{") && seen++ == at) {
                filled[part] = value;
            }
        }
        return String.join("/", filled);
    }
}
