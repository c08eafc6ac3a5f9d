package io.paymentsengine.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The list of guards can be relied on: each can be taken away, and its tests are there. That they
/// fail without it, `./mvnw -Pguards` shows.
final class Guards {

    /// The list for people.
    static final String PAGE = "docs/reference/guards.md";

    private static final String HEAD =
            """
            # Guards

            What keeps the promises, and the tests that fail without it. `./mvnw -Pguards` removes one guard after the other, runs its tests
            and fails if they stay green; `-Dguard=` and a name does it for one (or, with `*`, for some). What is removed, and what is left in its
            place, is in [house-rules](../../house-rules/src/test/resources/guards), from which the command writes this page.
            """;

    private Guards() {}

    /// Guards that can't be taken away as the list says, or whose tests aren't there.
    static List<String> faults(House house) {
        List<HouseFile> files = house.files();
        List<Guard> guards = Guard.of(house);
        List<String> faults = new ArrayList<>();
        for (Guard guard : guards) {
            try {
                check(guard, guard.placeAmong(files).text());
                guard.testsIn(house);
            } catch (IllegalStateException fault) {
                faults.add(guard.name() + ": " + fault.getMessage());
            }
        }
        faults.addAll(repeated(guards));
        return faults;
    }

    /// The page that the list makes.
    static String page(House house) {
        List<HouseFile> files = house.files();
        StringBuilder page = new StringBuilder(HEAD);
        String promise = "";
        for (Guard guard : Guard.of(house)) {
            if (!guard.promise().equals(promise)) {
                promise = guard.promise();
                page.append(heading(promise));
            }
            page.append(row(guard, guard.placeAmong(files), guard.testsIn(house)));
        }
        return page.toString();
    }

    private static void check(Guard guard, String source) {
        long occurrences = guard.occurrences(source);
        if (occurrences != 1) {
            throw new IllegalStateException(
                    "what is removed is %d times in %s".formatted(occurrences, guard.file()));
        }
        if (guard.takenFrom(source).equals(source)) {
            throw new IllegalStateException("nothing is removed");
        }
    }

    private static List<String> repeated(List<Guard> guards) {
        Map<String, Long> names =
                guards.stream().collect(Collectors.groupingBy(Guard::name, Collectors.counting()));
        return names.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey() + " is listed twice")
                .toList();
    }

    private static String heading(String promise) {
        String sentence = promise.replaceFirst("^\\d+-", "").replace('-', ' ');
        return """

        ## %s

        | guard | what it keeps | where | caught by |
        |---|---|---|---|
        """
                .formatted(
                        sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
    }

    private static String row(Guard guard, HouseFile place, List<NamedTest> tests) {
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        guard.name(),
                        guard.keeps(),
                        link(place.simpleName().replace(".java", ""), place),
                        tests.stream()
                                .map(
                                        test ->
                                                link(test.simpleType(), test.file())
                                                        + " "
                                                        + test.method().replace('_', ' '))
                                .collect(Collectors.joining(", ")));
    }

    private static String link(String text, HouseFile file) {
        return "[%s](../../%s)".formatted(text, file.name());
    }
}
