package io.paymentsengine.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line names its tenant, payment and trace, as text and as the JSON that a cluster's collector
/// reads.
@ExtendWith(OutputCaptureExtension.class)
class LogFormatTest {

    private static final String SAID = "this was said";

    private final TraceParent trace = TraceParent.generate();
    private final TenantId tenant = new TenantId("STD-001");
    private final PaymentId payment = new PaymentId(Ids.next());

    /// The format is a property of the whole JVM.
    @AfterEach
    void forget_format() {
        System.clearProperty(
                LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
    }

    @Test
    void as_json_a_line_has_the_fields_of_the_elastic_common_schema(CapturedOutput output) {
        log("--logging.structured.format.console=ecs");

        JsonNode line = new JsonMapper().readTree(lineIn(output));
        assertThat(line.at("/tenant/id").asString()).isEqualTo(tenant.value());
        assertThat(line.at("/payment/id").asString()).isEqualTo(payment.toString());
        assertThat(line.at("/trace/id").asString()).isEqualTo(trace.traceId());
        assertThat(line.at("/service/name").asString()).isEqualTo("door");
        assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(line.at("/ecs/version").asString()).isNotEmpty();
    }

    @Test
    void as_text_a_line_says_the_same(CapturedOutput output) {
        log();

        assertThat(lineIn(output))
                .contains("[" + tenant + " " + payment + " " + trace.traceId() + "]");
    }

    private void log(String... settings) {
        var application =
                new SpringApplicationBuilder(Nothing.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.config.location=classpath:door.yaml");
        try (var _ = application.run(settings);
                var _ = LogContext.trace(trace);
                var _ = LogContext.tenant(tenant);
                var _ = LogContext.payment(payment)) {
            LoggerFactory.getLogger(LogFormatTest.class).info(SAID);
        }
    }

    private static String lineIn(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains(SAID))
                .findFirst()
                .orElseThrow();
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
