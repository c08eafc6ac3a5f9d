package io.paymentsengine.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/// What Surefire says of tests that ran.
///
/// @param run how many did; 0 also where nothing compiled
/// @param failures those that failed, and why
record TestReport(int run, List<Failure> failures) {

    /// Said where nothing was tested, because the service did not even start.
    private static final String NO_START = "ApplicationContext";

    /// A test that failed.
    ///
    /// @param test its name
    /// @param why in one line
    record Failure(String test, String why) {}

    /// Adds up the reports that are there.
    static TestReport of(List<Path> reports) {
        int run = 0;
        List<Failure> failures = new ArrayList<>();
        for (Path report : reports) {
            if (Files.exists(report)) {
                for (Element test : Xml.elements(Xml.parse(report), "testcase")) {
                    run++;
                    addFailure(test, failures);
                }
            }
        }
        return new TestReport(run, failures);
    }

    /// Whether a test has failed at what it tests.
    boolean isRed() {
        return failures.stream().anyMatch(failure -> !failure.why.contains(NO_START));
    }

    /// Whether tests have run, and none has failed.
    boolean isGreen() {
        return run > 0 && failures.isEmpty();
    }

    private static void addFailure(Element test, List<Failure> failures) {
        for (String kind : List.of("failure", "error")) {
            for (Element each : Xml.elements(test, kind)) {
                String why = each.getAttribute("type") + " " + each.getAttribute("message");
                failures.add(
                        new Failure(
                                test.getAttribute("name"), why.strip().replaceAll("\\s+", " ")));
            }
        }
    }
}
