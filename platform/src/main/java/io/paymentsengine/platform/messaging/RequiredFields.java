package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.Message;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields that a message must have: every component of its record that is not nullable. Each type
/// is inspected once, because inspecting annotations costs more than reading a message.
final class RequiredFields {

    private static final ClassValue<RequiredFields> OF_TYPES =
            new ClassValue<>() {
                @Override
                protected RequiredFields computeValue(Class<?> type) {
                    return new RequiredFields(
                            Stream.of(type.getRecordComponents())
                                    .filter(RequiredFields::isRequired)
                                    .map(Field::of)
                                    .toArray(Field[]::new));
                }
            };

    private final Field[] fields;

    private RequiredFields(Field[] fields) {
        this.fields = fields;
    }

    /// The name of the first required part that this message lacks.
    static Optional<String> missingIn(Message message) {
        for (Field field : OF_TYPES.get(message.getClass()).fields) {
            if (field.of(message) == null) {
                return Optional.of(field.name);
            }
        }
        return Optional.empty();
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private record Field(String name, MethodHandle accessor) {

        private static Field of(RecordComponent component) {
            try {
                return new Field(
                        component.getName(),
                        MethodHandles.publicLookup().unreflect(component.getAccessor()));
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(component + " can't be read", hidden);
            }
        }

        private @Nullable Object of(Message message) {
            try {
                return accessor.invoke(message);
            } catch (RuntimeException | Error fault) {
                throw fault;
            } catch (Throwable undeclared) {
                throw new IllegalStateException(name + " can't be read", undeclared);
            }
        }
    }
}
