package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alerts and dashboards use metrics that exist, and each alert has a test and a runbook.
final class Alerts {

    static final String RULES = "observability/alerts.yaml";
    static final String TRIED = "observability/alerts.test.yaml";

    private static final Set<String> URGENCIES = Set.of("page", "ticket");
    private static final Pattern METER =
            Pattern.compile(
                    "(?:(?:builder|counter|timer)\\(\\s*|String \\w+ = )\"(payments\\.[a-z.]+)\"");
    private static final Pattern METRIC = Pattern.compile("\\bpayments_[a-z_]+");

    /// Metrics without a namespace selector, which pods of other namespaces may have as well.
    private static final Pattern OF_ANYBODY =
            Pattern.compile("\\b(?:payments|istio|envoy)_[a-z_0-9]+(?!\\{namespace=\"|[a-z_0-9])");

    /// The suffixes that Prometheus appends to the name of a counter, a summary or a timer.
    private static final String ENDINGS = "(_total|(_seconds)?_(count|sum|max|bucket))$";

    private Alerts() {}

    /// Metrics that a rule or a dashboard queries, but that no meter provides.
    static List<String> unknown(House house) {
        Set<String> made = made(house);
        return asked(house).stream().filter(Predicate.not(made::contains)).toList();
    }

    /// Meters that neither a rule nor a dashboard queries.
    static List<String> unseen(House house) {
        Set<String> asked = asked(house);
        return made(house).stream().filter(Predicate.not(asked::contains)).toList();
    }

    /// Alerts that fire in no test.
    static List<String> untried(House house) {
        HouseFile file = house.file(TRIED);
        Set<String> tried =
                Manifest.parse(file, file.text())
                        .flatMap(tests -> tests.tree().findParents("exp_alerts").stream())
                        .filter(test -> !test.path("exp_alerts").isEmpty())
                        .map(test -> test.path("alertname").asString(""))
                        .collect(Collectors.toSet());
        return alerts(house).map(Alerts::name).filter(Predicate.not(tried::contains)).toList();
    }

    /// Alerts without a known severity, a summary, or a runbook that exists.
    static List<String> helpless(House house) {
        return alerts(house)
                .filter(
                        alert ->
                                !URGENCIES.contains(alert.at("/labels/severity").asString(""))
                                        || alert.at("/annotations/summary").asString("").isEmpty()
                                        || !isThere(
                                                house,
                                                alert.at("/annotations/runbook_url").asString("")))
                .map(Alerts::name)
                .toList();
    }

    /// Metrics in rules that are not limited to a namespace: pods of others would page this suite's
    /// operators.
    static List<String> ofAnybody(House house) {
        HouseFile rules = house.file(RULES);
        return Manifest.parse(rules, rules.text())
                .flatMap(manifest -> manifest.tree().findValuesAsString("expr").stream())
                .flatMap(expression -> OF_ANYBODY.matcher(expression).results())
                .map(MatchResult::group)
                .toList();
    }

    private static boolean isThere(House house, String runbook) {
        String[] parts = runbook.split("#", 2);
        List<String> documents =
                Markdown.of(house).stream().map(document -> document.file().name()).toList();
        return documents.contains(parts[0])
                && (parts.length == 1
                        || new Markdown(house.file(parts[0])).anchors().contains(parts[1]));
    }

    private static Stream<JsonNode> alerts(House house) {
        HouseFile file = house.file(RULES);
        return Manifest.parse(file, file.text())
                .flatMap(rule -> rule.tree().findParents("alert").stream());
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asString("");
    }

    /// The meters in the code, by their Prometheus names without suffixes.
    private static Set<String> made(House house) {
        return house.files(".java").stream()
                .filter(HouseFile::isMain)
                .filter(file -> file.text().contains("micrometer") || isNames(file))
                .flatMap(file -> METER.matcher(file.text()).results())
                .map(found -> found.group(1).replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNames(HouseFile file) {
        return file.simpleName().equals("MeterNames.java");
    }

    private static Set<String> asked(House house) {
        Function<JsonNode, Stream<String>> expressions =
                tree -> tree.findValuesAsString("expr").stream();
        Stream<JsonNode> dashboards =
                house.files(".json").stream()
                        .filter(file -> file.name().startsWith("observability/"))
                        .map(file -> JsonMapper.shared().readTree(file.text()));
        HouseFile rules = house.file(RULES);
        return Stream.concat(Manifest.parse(rules, rules.text()).map(Manifest::tree), dashboards)
                .flatMap(expressions)
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(found -> found.group().replaceFirst(ENDINGS, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
