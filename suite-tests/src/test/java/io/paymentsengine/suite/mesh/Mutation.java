package io.paymentsengine.suite.mesh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A safeguard behind a promise of the mesh, how it is removed or broken, and the test that must then fail.
///
/// @param mutation its name, for `-Dmutations=`
/// @param breaks what is no longer true
/// @param component the component that contains the resource, if the resource is not always deployed
/// @param kind and `name` identify the resource that is patched
/// @param patch a JSON patch or a strategic merge patch
/// @param test a class and a method
record Mutation(
        String mutation,
        String breaks,
        @Nullable String component,
        String kind,
        String name,
        String patch,
        String test) {

    private static final List<String> TABLES =
            List.of(
                    "mutations.yaml",
                    "mutations-of-the-gateway.yaml",
                    "mutations-of-components.yaml");

    Mutation {
        Objects.requireNonNull(mutation, "mutation");
        Objects.requireNonNull(breaks, mutation);
        Objects.requireNonNull(kind, mutation);
        Objects.requireNonNull(name, mutation);
        Objects.requireNonNull(patch, mutation);
        Objects.requireNonNull(test, mutation);
    }

    /// The mutations of all tables.
    static List<Mutation> all() {
        return TABLES.stream().map(Mutation::table).flatMap(Stream::of).toList();
    }

    private static Mutation[] table(String name) {
        try (InputStream table = Mutation.class.getResourceAsStream("/mesh/" + name)) {
            return YAMLMapper.builder()
                    .build()
                    .readValue(Objects.requireNonNull(table), Mutation[].class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The mutations with these names.
    ///
    /// @param names may contain `*`, separated by commas
    /// @throws IllegalArgumentException if one of them matches no mutation
    static List<Mutation> asked(String names) {
        List<Mutation> all = all();
        List<String> wanted = List.of(names.split(",", -1));
        for (String name : wanted) {
            if (all.stream().noneMatch(each -> each.isCalled(name))) {
                throw new IllegalArgumentException(
                        "no mutation is called '%s'; the mutations are %s"
                                .formatted(name, all.stream().map(Mutation::mutation).toList()));
            }
        }
        return all.stream().filter(each -> wanted.stream().anyMatch(each::isCalled)).toList();
    }

    private boolean isCalled(String name) {
        return mutation.matches(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    }

    Overlay.Patch asPatch() {
        return new Overlay.Patch(kind, name, patch, component);
    }

    String testClass() {
        return Mutation.class.getPackageName() + "." + test.split("\\.", 2)[0];
    }

    String testMethod() {
        return test.split("\\.", 2)[1];
    }
}
