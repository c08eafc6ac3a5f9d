package io.paymentsengine.localstack.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Command lines that run Java as this JVM does.
public final class Java {

    private static final List<String> HUGE_PAGES =
            System.getProperty("os.name").equals("Linux")
                    ? List.of("-XX:+UseTransparentHugePages")
                    : List.of();

    private Java() {}

    /// Options, and that a JVM's memory is in large pages where the system has such for those who ask. Many
    /// processes that take turns on few processors find their memory sooner so.
    public static List<String> withHugePages(List<String> options) {
        return Stream.of(options, HUGE_PAGES).flatMap(List::stream).toList();
    }

    /// The command of a class with a `main` method, without arguments.
    public static List<String> command(
            List<String> options, List<String> classPath, String mainClass) {
        return Stream.of(
                        Stream.of(executable()),
                        options.stream(),
                        Stream.of("-cp", String.join(File.pathSeparator, classPath), mainClass))
                .flatMap(part -> part)
                .toList();
    }

    /// The `java` that runs this JVM.
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The jar or folder that a class was loaded from.
    public static Path codeOf(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
