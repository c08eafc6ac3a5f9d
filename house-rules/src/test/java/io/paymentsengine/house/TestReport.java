package io.paymentsengine.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/// The results of tests, from Surefire's reports.
///
/// @param run how many tests ran; also 0 if the code didn't compile
/// @param failures the tests that failed, and why
record TestReport(int run, List<Failure> failures) {

    /// Part of a failure's message if nothing was tested because the application didn't start.
    private static final String NO_START = "ApplicationContext";

    /// A test that failed.
    ///
    /// @param test the name of the test
    /// @param why the reason, in one line
    record Failure(String test, String why) {}

    /// Adds up the reports that exist.
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

    /// Whether a test has failed, other than because the application didn't start.
    boolean isRed() {
        return failures.stream().anyMatch(failure -> !failure.why.contains(NO_START));
    }

    /// Whether tests have run and none has failed.
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
