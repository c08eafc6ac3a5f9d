package io.paymentsengine.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks that documents refer only to what exists.
final class Documents {

    /// The document that follows one payment through the code, with a table of classes and files.
    static final String WALK = "docs/one-payment.md";

    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");
    private static final Pattern FILE =
            Pattern.compile(
                    "[\\w.*{},-]+\\.(cmd|env|html|http|java|json|lua|md|ps1|sh|sql|xml|ya?ml)");
    private static final Pattern PATH =
            Pattern.compile("[\\w.@*{},-]+(/[\\w.@*{},-]+)+/?|[\\w.-]+/");
    private static final Pattern TYPE_OR_METHOD =
            Pattern.compile("(\\p{Lu}\\w*\\p{Ll}\\w*)(?:\\.(\\p{Ll}\\w*)(?:\\(.*\\))?)?");

    /// Files that are created at run time, so that no checkout has them.
    private static final Pattern MADE = Pattern.compile("(.*/)?(target|\\.local)(/.*)?");

    private Documents() {}

    /// Relative links to a file or heading that doesn't exist.
    static List<String> deadLinks(House house) {
        return Markdown.of(house).stream()
                .flatMap(
                        document ->
                                document.links()
                                        .filter(link -> !ELSEWHERE.matcher(link.text()).matches())
                                        .filter(link -> isDead(house, document, link.text()))
                                        .map(link -> described(document, link)))
                .toList();
    }

    /// Paths and file names in backticks that don't exist.
    static List<String> deadPaths(House house) {
        List<String> names = house.files().stream().map(HouseFile::name).toList();
        return Markdown.of(house).stream()
                .flatMap(
                        document ->
                                document.spans()
                                        .map(Markdown.Said::withoutDot)
                                        .filter(span -> isPath(house, span.text()))
                                        .filter(span -> isMissing(names, document, span.text()))
                                        .map(span -> described(document, span)))
                .toList();
    }

    /// Types and methods in the table of [#WALK] that no source declares.
    static List<String> unknownSteps(House house) {
        Set<String> known =
                JavaSource.of(house).stream()
                        .flatMap(source -> source.types().stream())
                        .flatMap(Documents::names)
                        .collect(Collectors.toSet());
        return steps(house)
                .filter(step -> TYPE_OR_METHOD.matcher(step.text()).matches())
                .filter(step -> !known.contains(step.text().replaceFirst("\\(.*", "")))
                .map(step -> described(new Markdown(house.file(WALK)), step))
                .toList();
    }

    /// The texts in backticks in the table of [#WALK].
    static Stream<Markdown.Said> steps(House house) {
        Markdown walk = new Markdown(house.file(WALK));
        Set<Integer> rows =
                walk.prose().stream()
                        .filter(said -> said.text().startsWith("|"))
                        .map(Markdown.Said::line)
                        .collect(Collectors.toSet());
        return walk.spans().filter(span -> rows.contains(span.line()));
    }

    private static boolean isDead(House house, Markdown document, String link) {
        String file = link.replaceFirst("#.*", "");
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        Path target =
                file.isEmpty()
                        ? document.file().path()
                        : document.file().path().resolveSibling(file).normalize();
        if (!Files.exists(target) || !target.startsWith(house.root())) {
            return true;
        }
        return target.toString().endsWith(".md")
                && !anchor.isEmpty()
                && !new Markdown(new HouseFile(link, target)).anchors().contains(anchor);
    }

    /// Whether a text is a file name, or a path that starts at a folder of the root or ends with a
    /// file name.
    private static boolean isPath(House house, String span) {
        if (MADE.matcher(span).matches()) {
            return false;
        }
        boolean ours = Files.isDirectory(house.root().resolve(span.replaceFirst("/.*", "")));
        String last = span.substring(span.lastIndexOf('/') + 1);
        return FILE.matcher(span).matches()
                || (PATH.matcher(span).matches() && (ours || FILE.matcher(last).matches()));
    }

    private static boolean isMissing(List<String> names, Markdown document, String span) {
        String folder = document.file().name().replaceFirst("[^/]*$", "");
        Predicate<String> isIt =
                Pattern.compile("(?:.*/)?" + regex(span) + "(/.*)?").asMatchPredicate();
        return names.stream().noneMatch(isIt)
                && names.stream().noneMatch(Path.of(folder, span).normalize().toString()::equals);
    }

    /// The regular expression for a path with `*` and `{a,b}`.
    private static String regex(String path) {
        return path.replaceFirst("/$", "")
                .replace(".", "\\.")
                .replaceAll("\\*+", "[^/]*")
                .replaceAll("\\{([^}]*)}", "($1)")
                .replace(',', '|');
    }

    private static Stream<String> names(ClassTree type) {
        String name = type.getSimpleName().toString();
        Stream<String> members =
                type.getMembers().stream()
                        .flatMap(
                                member ->
                                        switch (member) {
                                            case MethodTree method ->
                                                    Stream.of(method.getName().toString());
                                            case VariableTree variable ->
                                                    Stream.of(variable.getName().toString());
                                            default -> Stream.empty();
                                        });
        return Stream.concat(Stream.of(name), members.map(member -> name + "." + member));
    }

    private static String described(Markdown document, Markdown.Said said) {
        return "%s:%d %s".formatted(document.file().name(), said.line(), said.text());
    }
}
