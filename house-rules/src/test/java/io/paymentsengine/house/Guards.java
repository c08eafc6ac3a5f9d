package io.paymentsengine.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks the list of guards: each guard can be removed, and its tests exist. `./mvnw -Pguards`
/// checks that the tests fail without the guard.
final class Guards {

    /// The page that is generated from the list.
    static final String PAGE = "docs/reference/guards.md";

    private static final String HEAD =
            """
            # Guards

            A guard is code that keeps one of the promises. `./mvnw -Pguards` removes one guard after the other, runs its tests, and fails if they
            still pass; `-Dguard=<name>` does so for one guard, or, with `*` in the name, for several. The code that is removed, and what replaces
            it, is listed in [house-rules](../../house-rules/src/test/resources/guards), from which the command generates this page.
            """;

    private Guards() {}

    /// Guards that can't be removed as listed, whose tests don't exist, or that are listed twice.
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

    /// The text of the page.
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
                    "the removed text occurs %d times in %s".formatted(occurrences, guard.file()));
        }
        if (guard.takenFrom(source).equals(source)) {
            throw new IllegalStateException("its removal changes nothing");
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
