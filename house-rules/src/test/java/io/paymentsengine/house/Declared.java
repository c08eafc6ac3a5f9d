package io.paymentsengine.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The properties that some code reads: our own, and those of Spring Boot and other libraries on
/// the class path.
///
/// @param names the names of properties in relaxed form; see [#relaxed]
/// @param maps the names of properties below which any key is read
record Declared(Set<String> names, Set<String> maps) {

    private static final List<String> METADATA =
            List.of(
                    "META-INF/spring-configuration-metadata.json",
                    "META-INF/additional-spring-configuration-metadata.json");

    /// The properties that these records declare, and those of the metadata on the class path.
    static Declared by(JavaClasses classes) {
        Declared declared = new Declared(new HashSet<>(), new HashSet<>());
        METADATA.forEach(declared::addMetadata);
        records(classes).forEach(type -> declared.addRecord(prefix(type), type));
        return declared;
    }

    /// The records to which settings are bound.
    static Stream<JavaClass> records(JavaClasses classes) {
        return classes.stream().filter(type -> type.isAnnotatedWith(ConfigurationProperties.class));
    }

    /// The prefix of the properties of a record.
    static String prefix(JavaClass type) {
        ConfigurationProperties annotation =
                type.getAnnotationOfType(ConfigurationProperties.class);
        return annotation.value() + annotation.prefix();
    }

    /// Whether some code reads a key, given as in a file or as an environment variable.
    boolean reads(String key) {
        if (key.equals(key.toUpperCase(Locale.ROOT))) {
            String variable = variable(key);
            return names.stream().map(Declared::variable).anyMatch(variable::equals)
                    || maps.stream().map(Declared::variable).anyMatch(variable::startsWith);
        }
        String name = relaxed(key);
        return names.contains(name) || maps.stream().anyMatch(map -> name.startsWith(map + "."));
    }

    private void addMetadata(String resource) {
        try {
            ClassLoader loader = Declared.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(resource))) {
                try (InputStream in = url.openStream()) {
                    JsonMapper.shared().readTree(in).path("properties").forEach(this::addProperty);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void addProperty(JsonNode property) {
        if (!property.path("deprecation").path("level").asString("").equals("error")) {
            add(property.path("name").asString(), property.path("type").asString(""));
        }
    }

    private void add(String name, String type) {
        names.add(relaxed(name));
        if (type.startsWith("java.util.Map") || type.equals("java.util.Properties")) {
            maps.add(relaxed(name));
        }
    }

    private void addRecord(String prefix, JavaClass type) {
        for (JavaField component : components(type)) {
            String name = prefix + "." + component.getName();
            add(name, component.getRawType().getName());
            nested(component.getType()).forEach(each -> addRecord(name, each));
        }
    }

    /// The components of a record.
    static List<JavaField> components(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .toList();
    }

    private static Stream<JavaClass> nested(JavaType type) {
        if (type instanceof JavaParameterizedType list
                && list.toErasure().isEquivalentTo(List.class)) {
            return list.getActualTypeArguments().stream().flatMap(Declared::nested);
        }
        return Stream.of(type.toErasure()).filter(JavaClass::isRecord);
    }

    /// A name without case and dashes, which don't matter.
    private static String relaxed(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /// The form of a name for comparison with an environment variable. There, an underscore may
    /// stand for a dot or for nothing.
    private static String variable(String name) {
        return relaxed(name).replace(".", "").replace("_", "");
    }
}
