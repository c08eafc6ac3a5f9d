package io.paymentsengine.localstack.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Builds command lines that run the same Java as this JVM.
public final class Java {

    private static final List<String> HUGE_PAGES =
            System.getProperty("os.name").equals("Linux")
                    ? List.of("-XX:+UseTransparentHugePages")
                    : List.of();

    private Java() {}

    /// The options and, on Linux, one that makes the JVM use transparent huge pages where the
    /// system has them on request. They speed up memory access when many processes share few
    /// processors.
    public static List<String> withHugePages(List<String> options) {
        return Stream.of(options, HUGE_PAGES).flatMap(List::stream).toList();
    }

    /// The command that runs a class with a `main` method, without arguments.
    public static List<String> command(
            List<String> options, List<String> classPath, String mainClass) {
        return Stream.of(
                        Stream.of(executable()),
                        options.stream(),
                        Stream.of("-cp", String.join(File.pathSeparator, classPath), mainClass))
                .flatMap(part -> part)
                .toList();
    }

    /// The path of the `java` executable that runs this JVM.
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The jar or folder from which a class was loaded.
    public static Path codeOf(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
