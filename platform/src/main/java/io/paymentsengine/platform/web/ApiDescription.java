package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/// Describes in OpenAPI what all operations have in common.
final class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_REFERENCE = "#/components/schemas/" + PROBLEM;

    /// Problems that any operation can answer with.
    private static final List<ProblemType> ALWAYS_POSSIBLE =
            List.of(
                    ProblemType.INVALID_REQUEST,
                    ProblemType.UNKNOWN_TENANT,
                    ProblemType.NOT_FOUND,
                    ProblemType.NOT_ACCEPTABLE,
                    ProblemType.INTERNAL_ERROR,
                    ProblemType.TEMPORARILY_UNAVAILABLE);

    private static final List<ProblemType> POSSIBLE_WITH_A_BODY =
            List.of(ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private static final Set<Class<?>> VOCABULARY_IDS = Set.of(PaymentId.class, AccountId.class);

    private ApiDescription() {}

    static void complete(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents().addSchemas(PROBLEM, problemSchema());
        RequestSchemas.complete(api);
    }

    static Operation describe(Operation operation, HandlerMethod method) {
        if (!hasTenant(operation)) {
            operation.addParametersItem(
                    header(TenantFilter.HEADER, "The tenant of the request", true)
                            .schema(ApiSchemas.tenant()));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        Arrays.stream(method.getMethodParameters()).forEach(argument -> add(operation, argument));
        refusing(operation);
        ALWAYS_POSSIBLE.forEach(problem -> add(operation, problem));
        if (operation.getRequestBody() != null) {
            POSSIBLE_WITH_A_BODY.forEach(problem -> add(operation, problem));
        }
        return operation;
    }

    /// Methods that differ only in the media type they produce are one operation, described more than once.
    private static boolean hasTenant(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> TenantFilter.HEADER.equals(parameter.getName()));
    }

    private static void add(Operation operation, MethodParameter argument) {
        Class<?> type = argument.nestedIfOptional().getNestedParameterType();
        if (type == IdempotencyKey.class) {
            operation.addParametersItem(
                    header(
                                    IdempotencyKey.HEADER,
                                    "Makes repeats of the request one request",
                                    !argument.isOptional())
                            .schema(ApiSchemas.idempotencyKey()));
            answering(operation, IdempotencyKey.REPLAYED, "true where nothing was done anew");
        } else if (type == PreferredWait.class) {
            operation.addParametersItem(
                    header(
                                    PreferredWait.HEADER,
                                    "How many seconds to wait for the final state, at most 30",
                                    false)
                            .schema(new StringSchema().example("wait=5")));
            answering(operation, PreferredWait.APPLIED_HEADER, "The wait, where there was one");
        } else if (type == PageQuery.class) {
            operation.addParametersItem(
                    query(PageQuery.LIMIT, "How many items a page has at most")
                            .schema(limitSchema()));
            operation.addParametersItem(
                    query(PageQuery.CURSOR, "Where to go on: the page before says it as next")
                            .schema(ApiSchemas.cursor()));
            answering(operation, HttpHeaders.LINK, "The next page, where there is one (RFC 8288)");
        } else if (argument.hasParameterAnnotation(PathVariable.class)
                && VOCABULARY_IDS.contains(type)) {
            parameter(operation, argument).ifPresent(id -> id.schema(ApiSchemas.id()));
        }
    }

    /// Documents a header of the operation's successful answers.
    private static void answering(Operation operation, String name, String description) {
        operation
                .getResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("2")) {
                                response.addHeaderObject(
                                        name,
                                        new Header()
                                                .description(description)
                                                .schema(new StringSchema()));
                            }
                        });
    }

    /// An operation documents when it refuses a request. What a refusal looks like is the same everywhere.
    private static void refusing(Operation operation) {
        operation
                .getResponses()
                .forEach(
                        (status, response) -> {
                            if (status.startsWith("4") || status.startsWith("5")) {
                                response.setContent(problemContent());
                            }
                            if (status.equals("429")) {
                                askingAgain(response);
                            }
                        });
    }

    private static Optional<Parameter> parameter(Operation operation, MethodParameter argument) {
        return operation.getParameters().stream()
                .filter(each -> each.getName().equals(argument.getParameterName()))
                .findFirst();
    }

    /// Leaves a problem that the operation documents itself as it is, except for the header that comes with
    /// every 503.
    private static void add(Operation operation, ProblemType problem) {
        String status = Integer.toString(problem.status());
        ApiResponse answer = operation.getResponses().get(status);
        if (answer == null) {
            answer = new ApiResponse().description(problem.title()).content(problemContent());
            operation.getResponses().addApiResponse(status, answer);
        }
        if (problem.equals(ProblemType.TEMPORARILY_UNAVAILABLE)) {
            askingAgain(answer);
        }
    }

    private static void askingAgain(ApiResponse answer) {
        answer.addHeaderObject(
                HttpHeaders.RETRY_AFTER,
                new Header()
                        .description("Seconds until it is worth asking again")
                        .schema(new IntegerSchema()));
    }

    private static Content problemContent() {
        return new Content()
                .addMediaType(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new io.swagger.v3.oas.models.media.MediaType()
                                .schema(new Schema<>().$ref(PROBLEM_REFERENCE)));
    }

    private static Schema<?> limitSchema() {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(PageQuery.LIMIT_MAX));
        limit.setDefault(PageQuery.LIMIT_DEFAULT);
        return limit;
    }

    private static Schema<?> problemSchema() {
        ObjectSchema problem = new ObjectSchema();
        problem.setDescription("RFC 9457");
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty("errors", new ArraySchema().items(errorSchema()));
        problem.addProperty(
                "traceId", new StringSchema().description("Of a 5xx: finds it in the log"));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static Schema<?> errorSchema() {
        ObjectSchema error = new ObjectSchema();
        error.addProperty("pointer", new StringSchema().description("JSON pointer (RFC 6901)"));
        error.addProperty("parameter", new StringSchema().description("Of the path or query"));
        error.addProperty("header", new StringSchema());
        error.addProperty("message", new StringSchema());
        error.setRequired(List.of("message"));
        return error;
    }

    private static Parameter header(String name, String description, boolean required) {
        return new Parameter().in("header").name(name).description(description).required(required);
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).description(description).required(false);
    }
}
