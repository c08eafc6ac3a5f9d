package io.paymentsengine.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Checks that every setting is documented with its default.
final class Configuration {

    /// The document with a row for each property, and with the variables that env files set.
    static final String DOCUMENT = "docs/reference/configuration.md";

    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z][a-z0-9.-]+)` \\| (?:`([^`]+)`|none) \\|.*");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(payments\\.[a-z.-]+):([^}]*)}");

    private Configuration() {}

    /// Properties that the document lacks, or has with another default.
    static List<String> untold(House house) {
        return declared(house).stream().filter(Predicate.not(told(house)::contains)).toList();
    }

    /// Rows for properties or defaults that no record declares.
    static List<String> outdated(House house) {
        return told(house).stream().filter(Predicate.not(declared(house)::contains)).toList();
    }

    /// Variables that an env file sets but the document does not name.
    static List<String> unnamed(House house) {
        Set<String> named =
                new Markdown(house.file(DOCUMENT))
                        .spans()
                        .map(Markdown.Said::text)
                        .collect(Collectors.toSet());
        return Setting.of(house).stream()
                .filter(setting -> setting.file().name().endsWith(".env"))
                .map(Setting::key)
                .filter(Predicate.not(named::contains))
                .distinct()
                .toList();
    }

    /// Defaults of placeholders in the code that are not the default of their property.
    static List<String> differing(House house) {
        List<String> declared = declared(house);
        return JavaSource.of(house).stream()
                .filter(source -> source.file().isMain())
                .flatMap(source -> PLACEHOLDER.matcher(source.file().text()).results())
                .map(match -> row(match.group(1), match.group(2)))
                .filter(Predicate.not(declared::contains))
                .toList();
    }

    private static List<String> told(House house) {
        return new Markdown(house.file(DOCUMENT))
                .prose().stream()
                        .flatMap(said -> ROW.matcher(said.text()).results())
                        .map(row -> row(row.group(1), row.group(2)))
                        .toList();
    }

    private static List<String> declared(House house) {
        return JavaSource.of(house).stream()
                .filter(source -> source.file().isMain())
                .flatMap(source -> source.types().stream())
                .flatMap(Configuration::declared)
                .toList();
    }

    private static Stream<String> declared(ClassTree type) {
        return said("ConfigurationProperties", type.getModifiers().getAnnotations())
                .flatMap(prefix -> components(type).map(each -> row(prefix, each)));
    }

    /// The components of a record.
    private static Stream<VariableTree> components(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(each -> !each.getModifiers().getFlags().contains(Modifier.STATIC));
    }

    private static String row(String prefix, VariableTree component) {
        String name = component.getName().toString();
        String kebab = name.replaceAll("(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
        String value =
                said("DefaultValue", component.getModifiers().getAnnotations())
                        .findFirst()
                        .orElse("");
        return row(prefix + "." + kebab, value);
    }

    private static String row(String key, @Nullable String value) {
        return key + " " + (value == null || value.isEmpty() ? "none" : value);
    }

    /// The value of the annotation with this name, if it is present.
    private static Stream<String> said(String name, List<? extends AnnotationTree> annotations) {
        return annotations.stream()
                .filter(each -> JavaSource.names(List.of(each)).contains(name))
                .map(Configuration::literals);
    }

    private static String literals(AnnotationTree annotation) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                found.add(String.valueOf(literal.getValue()));
                return null;
            }
        }.scan(annotation, null);
        return String.join(",", found);
    }
}
