package io.paymentsengine.house;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A guard: code that keeps a promise, how to remove it, and the tests that fail without it.
///
/// @param promise the name of the file that lists the guard
/// @param name the name for `-Dguard=`
/// @param keeps what holds because of the guard
/// @param file the source file: the end of a path that no other file has
/// @param removed the text to remove; the indentation of lines doesn't matter
/// @param left the text that replaces it
/// @param tests each a class and a method; at least one must fail without the guard
record Guard(
        String promise,
        String name,
        String keeps,
        String file,
        String removed,
        String left,
        List<String> tests) {

    private static final String FOLDER = "house-rules/src/test/resources/guards/";

    /// All guards of a house, grouped by promise.
    static List<Guard> of(House house) {
        return house.files(".yaml").stream()
                .filter(file -> file.name().startsWith(FOLDER))
                .flatMap(Guard::in)
                .toList();
    }

    /// The source file that has the guard.
    ///
    /// @throws IllegalStateException if no file, or more than one, has that name
    HouseFile placeAmong(List<HouseFile> files) {
        List<HouseFile> found =
                files.stream()
                        .filter(HouseFile::isMain)
                        .filter(each -> each.name().endsWith("/" + file))
                        .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("%s exists %d times".formatted(file, found.size()));
        }
        return found.getFirst();
    }

    /// The tests of the guard in the sources.
    ///
    /// @throws IllegalStateException if a test doesn't exist
    List<NamedTest> testsIn(House house) {
        return tests.stream().map(test -> NamedTest.of(test, house)).toList();
    }

    /// How often the removed text occurs in a source.
    long occurrences(String source) {
        return matcher(source).results().count();
    }

    /// The source without the guard.
    String takenFrom(String source) {
        return matcher(source).replaceFirst(Matcher.quoteReplacement(left.strip()));
    }

    private Matcher matcher(String source) {
        return Pattern.compile(
                        removed.strip()
                                .lines()
                                .map(String::strip)
                                .map(Pattern::quote)
                                .collect(Collectors.joining("\\n *")))
                .matcher(source);
    }

    private static Stream<Guard> in(HouseFile file) {
        String promise = file.simpleName().replace(".yaml", "");
        List<Map<String, String>> entries =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(file.text());
        return entries.stream().map(entry -> of(promise, entry));
    }

    private static Guard of(String promise, Map<String, String> entry) {
        return new Guard(
                promise,
                said(entry, "guard"),
                said(entry, "keeps"),
                said(entry, "in"),
                said(entry, "remove"),
                entry.getOrDefault("leave", ""),
                said(entry, "test").lines().map(String::strip).toList());
    }

    private static String said(Map<String, String> entry, String key) {
        String text = entry.get(key);
        if (text == null) {
            throw new IllegalStateException(entry + " has no '" + key + "'");
        }
        return text.strip();
    }
}
