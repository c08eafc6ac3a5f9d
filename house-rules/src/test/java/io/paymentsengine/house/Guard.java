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

/// Something that keeps a promise, how to take it away, and the tests that fail then.
///
/// @param promise the name of the file that lists it
/// @param name for `-Dguard=`
/// @param keeps what is true because of it
/// @param file where it stands: the end of a path that no other file has
/// @param removed its text; blanks at the beginning of lines don't count
/// @param left what stands there instead
/// @param tests each a class and a method; one of them has to fail
record Guard(
        String promise,
        String name,
        String keeps,
        String file,
        String removed,
        String left,
        List<String> tests) {

    private static final String FOLDER = "house-rules/src/test/resources/guards/";

    /// All guards of a house, promise by promise.
    static List<Guard> of(House house) {
        return house.files(".yaml").stream()
                .filter(file -> file.name().startsWith(FOLDER))
                .flatMap(Guard::in)
                .toList();
    }

    /// The one file in which it stands.
    ///
    /// @throws IllegalStateException if there is none of that name, or several
    HouseFile placeAmong(List<HouseFile> files) {
        List<HouseFile> found =
                files.stream()
                        .filter(HouseFile::isMain)
                        .filter(each -> each.name().endsWith("/" + file))
                        .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("%s is there %d times".formatted(file, found.size()));
        }
        return found.getFirst();
    }

    /// The tests as the sources have them.
    ///
    /// @throws IllegalStateException if one is not there
    List<NamedTest> testsIn(House house) {
        return tests.stream().map(test -> NamedTest.of(test, house)).toList();
    }

    /// How often the text stands there.
    long occurrences(String source) {
        return matcher(source).results().count();
    }

    /// The source without it.
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
            throw new IllegalStateException(entry + " doesn't say '" + key + "'");
        }
        return text.strip();
    }
}
