package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rules of style that neither the formatter nor the compiler checks.
final class Tidiness {

    /// Marks of postponed work.
    static final List<String> PUT_OFF = List.of("TODO", "FIXME", "XXX", "HACK");

    private static final String[] WRITTEN = {
        ".java", ".sql", ".yaml", ".yml", ".md", ".xml", ".sh", ".http", ".env", ".properties"
    };
    private static final Pattern COMMENT_WITH_MARK =
            Pattern.compile("(//|#|--|<!--|\\*).*\\b(" + String.join("|", PUT_OFF) + ")\\b");
    private static final Pattern SIGNATURE =
            Pattern.compile("^\\s*(//|/?\\*).*(@author|@since|Copyright|Licen[sc]ed under)");
    private static final Pattern OLD_COMMENT = Pattern.compile("^\\s*/\\*");
    private static final Pattern UNSEEN = Pattern.compile("[\\r\\t]|\\S +$");

    private Tidiness() {}

    /// Packages without `@NullMarked`.
    static List<String> unmarkedPackages(House house) {
        Set<String> marked =
                JavaSource.of(house).stream()
                        .filter(source -> source.file().simpleName().equals("package-info.java"))
                        .filter(Tidiness::isNullMarked)
                        .map(Tidiness::packageOf)
                        .collect(Collectors.toSet());
        return JavaSource.of(house).stream()
                .map(Tidiness::packageOf)
                .filter(Predicate.not(marked::contains))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /// Comments that postpone work.
    static List<String> putOff(House house) {
        return places(house, COMMENT_WITH_MARK, WRITTEN);
    }

    /// Comments in the old form. Ours are Markdown comments, which start with `///`.
    static List<String> oldComments(House house) {
        return places(house, OLD_COMMENT, ".java");
    }

    /// Authors and licences, which belong to the history and to LICENSE.
    static List<String> signatures(House house) {
        return places(house, SIGNATURE, ".java");
    }

    /// Tabs, carriage returns and trailing spaces, which are invisible except in a diff.
    static List<String> unseen(House house) {
        return places(house, UNSEEN, WRITTEN);
    }

    /// Imports with a wildcard.
    static List<String> wildcards(House house) {
        return imports(house, name -> name.endsWith(".*"));
    }

    /// Imports of libraries that generate code which the reader can't see, or that mock our types.
    static List<String> strangers(House house) {
        return imports(
                house,
                name ->
                        Stream.of(
                                        "lombok.",
                                        "org.mapstruct.",
                                        "org.mockito.",
                                        "org.springframework.test.context.bean.override.mockito.")
                                .anyMatch(name::startsWith));
    }

    private static List<String> imports(House house, Predicate<String> refused) {
        return JavaSource.of(house).stream()
                .flatMap(
                        source ->
                                source.imports().stream()
                                        .filter(refused)
                                        .map(name -> source.name() + " " + name))
                .toList();
    }

    private static List<String> places(House house, Pattern refused, String... endings) {
        return house.files(endings).stream().flatMap(file -> places(file, refused)).toList();
    }

    private static Stream<String> places(HouseFile file, Pattern refused) {
        List<String> lines = List.of(file.text().split("\n", -1));
        return IntStream.range(0, lines.size())
                .filter(index -> refused.matcher(lines.get(index)).find())
                .mapToObj(index -> file.name() + ":" + (index + 1));
    }

    private static boolean isNullMarked(JavaSource source) {
        return JavaSource.names(source.unit().getPackageAnnotations()).contains("NullMarked");
    }

    private static String packageOf(JavaSource source) {
        return source.file().module() + " " + source.unit().getPackageName();
    }
}
