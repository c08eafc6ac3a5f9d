package io.paymentsengine.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Adds to records in OpenAPI what our own annotations say about them in Java: a component that is
/// neither `@Nullable` nor optional is always present, and text and amounts have limits.
final class ApiModels implements ModelConverter {

    private static final String POSITIVE = "PositiveAmount";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        if (resolved != null) {
            Class<?> form = Json.mapper().constructType(type.getType()).getRawClass();
            if (form.isRecord()) {
                complete(model(resolved, context), form);
            }
            describe(resolved, type.getCtxAnnotations(), context);
        }
        return resolved;
    }

    private static @Nullable Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
        return resolved.get$ref() == null
                ? resolved
                : context.getDefinedModels().get(resolved.get$ref().replace(REFERENCE, ""));
    }

    private static void complete(@Nullable Schema<?> model, Class<?> form) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        List<String> always =
                Arrays.stream(form.getRecordComponents())
                        .filter(part -> !isNullable(part))
                        .map(RecordComponent::getName)
                        .filter(model.getProperties()::containsKey)
                        .toList();
        model.setRequired(always);
    }

    private static boolean isNullable(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || part.getType() == Optional.class;
    }

    private static void describe(
            Schema<?> property,
            Annotation @Nullable [] annotations,
            ModelConverterContext context) {
        Stream.ofNullable(annotations)
                .flatMap(Arrays::stream)
                .forEach(
                        annotation -> {
                            if (annotation instanceof PlainText limits) {
                                ApiSchemas.describe(property, limits);
                            } else if (annotation instanceof PositiveAmount) {
                                context.defineModel(POSITIVE, ApiSchemas.positiveAmount());
                                property.set$ref(REFERENCE + POSITIVE);
                            }
                        });
    }
}
