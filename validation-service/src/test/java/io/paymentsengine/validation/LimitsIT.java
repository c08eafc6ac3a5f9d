package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsIT extends AtTheDoor {

    private static final String NEW_LIMITS =
            """
            {"largestPayment": {"EUR": "5.00"}, "paymentsPerMinuteAndAccount": 10,
             "paymentsPerMinute": 1000, "operator": "Ada", "reason": "a quiet week"}
            """;

    @Test
    void limits_are_the_registrys_until_they_are_changed() {
        get(STD, LIMITS)
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"largestPayment": {"EUR": "50000.00", "USD": "50000.00",
                                            "GBP": "40000.00", "JPY": "7500000"},
                         "paymentsPerMinuteAndAccount": 6000, "paymentsPerMinute": 600000}
                        """)
                .jsonPath("$.change")
                .doesNotExist();
    }

    @Test
    void changed_limits_count_at_once_for_their_tenant_alone_and_every_change_is_kept() {
        String standard = preview(accounts.open(STD), accounts.open(STD), "5.01");
        String nederland = preview(accounts.open(NED), accounts.open(NED), "5.01");
        outcomeIs(STD, standard, "APPROVED");

        put(STD, LIMITS, NEW_LIMITS).expectStatus().isOk();
        put(STD, LIMITS, NEW_LIMITS.replace("Ada", "Grace"))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"change\": {\"operator\": \"Grace\", \"reason\": \"a quiet week\"}}");

        outcomeIs(STD, standard, "DECLINED");
        outcomeIs(NED, nederland, "APPROVED");
        get(STD, LIMITS)
                .expectBody()
                .json(
                        """
                        {"largestPayment": {"EUR": "5.00"}, "paymentsPerMinuteAndAccount": 10,
                         "change": {"operator": "Grace"}}
                        """);
        get(NED, LIMITS).expectBody().jsonPath("$.change").doesNotExist();
        assertThat(operators()).containsExactly("Ada", "Grace");
    }

    @Test
    void changed_limits_count_for_the_next_payment_that_comes_by_message() {
        put(STD, LIMITS, NEW_LIMITS).expectStatus().isOk();
        Command small = Command.of(STD, accounts.open(STD), accounts.open(STD));
        Command large = small.another().amount(501, "EUR");
        List<Command> many = Stream.generate(small::another).limit(12).toList();

        try (Wire wire = new Wire(stores.bootstrapServers())) {
            assertThat(sentAndAnswered(wire, large)).isEqualTo("AMOUNT_OVER_LIMIT");
            assertThat(many.stream().map(each -> sentAndAnswered(wire, each)))
                    .filteredOn("APPROVED"::equals)
                    .hasSize(10);
        }
    }

    /// Sends commands one at a time: partitions are read in any order, and a payment counts only those before
    /// it.
    private static String sentAndAnswered(Wire wire, Command command) {
        wire.send(command);
        return wire.answerTo(command).outcome();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"EUR\": \"5.00\"       | \"EUR\": \"0.00\"       | /largestPayment/EUR",
                "\"EUR\": \"5.00\"       | \"EUR\": \"5.001\"      | /largestPayment/EUR",
                "\"EUR\": \"5.00\"       | \"EUX\": \"5.00\"       | /largestPayment/EUX",
                "\"EUR\": \"5.00\"       | \"EUR\": 5              | /largestPayment/EUR",
                "\"EUR\": \"5.00\"       | \"EUR\": null           | /largestPayment/EUR",
                "{\"EUR\": \"5.00\"}     | null                    | /largestPayment",
                "AndAccount\": 10        | AndAccount\": 0         | /paymentsPerMinuteAndAccount",
                "AndAccount\": 10        | AndAccount\": 1000001   | /paymentsPerMinuteAndAccount",
                "AndAccount\": 10        | AndAccount\": 1.5       | /paymentsPerMinuteAndAccount",
                "AndAccount\": 10        | AndAccount\": null      | /paymentsPerMinuteAndAccount",
                "PerMinute\": 1000       | PerMinute\": 99999999999| /paymentsPerMinute",
                "\"operator\": \"Ada\"   | \"operator\": \" \"     | /operator",
                "\"operator\": \"Ada\"   | \"operator\": null      | /operator",
                "\"reason\": \"a quiet week\" | \"reason\": \"\"         | /reason",
            })
    void limits_that_make_no_sense_are_refused_by_the_field(
            String right, String wrong, String pointer) {
        put(STD, LIMITS, NEW_LIMITS.replace(right, wrong))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[?(@.pointer == '" + pointer + "')]")
                .exists();
        get(STD, LIMITS).expectBody().jsonPath("$.change").doesNotExist();
    }

    private void outcomeIs(String tenant, String preview, String outcome) {
        post(tenant, VALIDATIONS, preview)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo(outcome);
    }

    private List<String> operators() {
        return database()
                .sql("SELECT operator FROM limit_change ORDER BY id")
                .query((row, _) -> row.getString("operator"))
                .list();
    }
}
