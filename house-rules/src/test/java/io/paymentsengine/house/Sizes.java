package io.paymentsengine.house;

import com.sun.source.tree.MethodTree;
import java.util.List;
import java.util.stream.Stream;

/// Limits the lengths of files and methods: what fits on a screen or two is read, the rest is
/// skimmed.
final class Sizes {

    static final int FILE_LINES_MAX = 300;
    static final int METHOD_LINES_MAX = 40;

    private static final String[] READ_TOP_DOWN = {".java", ".sql", ".yaml", ".sh", ".ps1"};

    private Sizes() {}

    /// Files that are too long.
    static List<String> longFiles(House house) {
        return house.files(READ_TOP_DOWN).stream()
                .filter(file -> file.lines().size() > FILE_LINES_MAX)
                .map(file -> "%s has %d lines".formatted(file.name(), file.lines().size()))
                .toList();
    }

    /// Methods that are too long.
    static List<String> longMethods(House house) {
        return JavaSource.of(house).stream().flatMap(Sizes::longMethods).toList();
    }

    private static Stream<String> longMethods(JavaSource source) {
        return source.methods().stream()
                .filter(method -> source.lines(method) > METHOD_LINES_MAX)
                .map(method -> described(source, method));
    }

    private static String described(JavaSource source, MethodTree method) {
        return "%s %s has %d lines"
                .formatted(source.place(method), method.getName(), source.lines(method));
    }
}
