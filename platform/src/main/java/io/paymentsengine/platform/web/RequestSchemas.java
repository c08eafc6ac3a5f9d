package io.paymentsengine.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Describes what is true only of bodies that clients send: a field that may be absent may also be
/// null.
final class RequestSchemas {

    private static final String NULL = "null";

    private RequestSchemas() {}

    static void complete(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .map(content -> named(api, content.getSchema()))
                .filter(Objects::nonNull)
                .forEach(RequestSchemas::letNullBeAbsent);
    }

    private static @Nullable Schema<?> named(OpenAPI api, Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : api.getComponents()
                        .getSchemas()
                        .get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void letNullBeAbsent(Schema<?> body) {
        if (body.getProperties() == null) {
            return;
        }
        List<String> required = Objects.requireNonNullElse(body.getRequired(), List.of());
        body.getProperties()
                .forEach(
                        (name, property) -> {
                            if (!required.contains(name)) {
                                letBeNull(property);
                            }
                        });
    }

    private static void letBeNull(Schema<?> property) {
        if (property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add(NULL);
            property.setTypes(types);
        }
    }
}
