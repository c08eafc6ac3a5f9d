package io.paymentsengine.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Locale;

/// Finds properties that are declared but never used.
final class UnusedSettings {

    private UnusedSettings() {}

    /// Components of properties records that no code reads.
    ///
    /// @param texts the sources, in which a placeholder may also read a component by its key
    static List<String> of(JavaClasses classes, List<String> texts) {
        return Declared.records(classes)
                .flatMap(
                        type ->
                                Declared.components(type).stream()
                                        .filter(component -> !isRead(component))
                                        .map(component -> key(type, component))
                                        .filter(
                                                key ->
                                                        texts.stream()
                                                                .noneMatch(
                                                                        text ->
                                                                                text.contains(
                                                                                        "${"
                                                                                                + key)))
                                        .map(key -> type.getSimpleName() + " " + key))
                .toList();
    }

    private static boolean isRead(JavaField component) {
        JavaClass type = component.getOwner();
        String name = component.getName();
        boolean itself =
                component.getAccessesToSelf().stream()
                        .filter(access -> !access.getOrigin().isConstructor())
                        .anyMatch(access -> !access.getOrigin().getName().equals(name));
        return itself || type.getMethod(name).getAccessesToSelf().size() > 0;
    }

    private static String key(JavaClass type, JavaField component) {
        String kebab = component.getName().replaceAll("(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
        return Declared.prefix(type) + "." + kebab;
    }
}
