package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {

    private static final String METERS =
            """
            final class MeterNames {
                static final String PAID = "payments.paid";
                static final String TOOK = "payments.took";
                static final String HIDDEN = "payments.hidden";
            }
            """;

    private static final String RULES =
            """
            spec:
              groups:
                - rules:
                    - alert: Good
                      expr: rate(payments_paid_total{namespace="payments", a="b"}[5m]) > payments_gone
                      labels: {severity: page}
                      annotations: {summary: a, runbook_url: docs/a.md#what-to-do}
                    - alert: WithoutUrgency
                      annotations: {summary: a, runbook_url: docs/a.md}
                    - alert: WithoutRunbook
                      labels: {severity: ticket}
                      annotations: {summary: a, runbook_url: docs/a.md#nowhere}
            """;

    private static final String TESTS =
            """
            tests:
              - alert_rule_test:
                  - {alertname: Good, exp_alerts: [{exp_labels: {a: b}}]}
                  - {alertname: WithoutUrgency}
                  - {alertname: WithoutRunbook, exp_alerts: []}
            """;

    @TempDir private Path folder;

    @Test
    void every_metric_that_is_asked_for_is_made() {
        assertThat(Alerts.unknown(House.OURS)).isEmpty();
    }

    @Test
    void every_meter_is_seen_by_somebody() {
        assertThat(Alerts.unseen(House.OURS)).isEmpty();
    }

    @Test
    void every_alert_is_tried() {
        assertThat(Alerts.untried(House.OURS)).isEmpty();
    }

    @Test
    void every_alert_says_what_to_do() {
        assertThat(Alerts.helpless(House.OURS)).isEmpty();
    }

    @Test
    void nobody_is_called_for_the_pods_of_others() {
        assertThat(Alerts.ofAnybody(House.OURS)).isEmpty();
    }

    @Test
    void what_does_not_fit_together_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("platform/src/main/java/MeterNames.java", METERS)
                        .with(Alerts.RULES, RULES)
                        .with(Alerts.TRIED, TESTS)
                        .with(
                                "observability/a.json",
                                "{\"expr\": \"payments_took_seconds_sum + payments_lost_max\"}")
                        .with("docs/a.md", "# What to do\n")
                        .house();
        assertThat(Alerts.unknown(house)).containsExactly("payments_gone", "payments_lost");
        assertThat(Alerts.ofAnybody(house)).containsExactly("payments_gone");
        assertThat(Alerts.unseen(house)).containsExactly("payments_hidden");
        assertThat(Alerts.untried(house)).containsExactly("WithoutUrgency", "WithoutRunbook");
        assertThat(Alerts.helpless(house)).containsExactly("WithoutUrgency", "WithoutRunbook");
    }
}
