package io.paymentsengine.payment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import io.paymentsengine.payment.testing.Wire.Heard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A payment that its saga never heard of, or whose end got lost, still ends.
class ResendCommandsIT extends RunningPaymentService {

    private Wire wire;

    @SuppressWarnings("NullAway.Init") // set before each test
    ResendCommandsIT() {}

    @BeforeEach
    void open() {
        wire = new Wire(stores.bootstrapServers());
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void an_old_payment_is_asked_for_until_it_ends_and_no_other_is() {
        String young = requested(std);
        String ended = stored("20 minutes", "COMPLETED");
        String old = stored("11 minutes", "ACCEPTED");

        await().until(() -> starts(old).size() > 1 && !starts(young).isEmpty());

        Heard again = starts(old).getFirst();
        assertThat(again.headers()).containsEntry("x-tenant-id", "STD-001");
        assertThat(again.json().path("debtor").asString("")).isEqualTo(DEBTOR);
        assertThat(again.json().path("creditor").asString("")).isEqualTo(CREDITOR);
        assertThat(starts(young)).hasSize(1);
        assertThat(starts(ended)).isEmpty();

        wire.completed(Samples.STD, old);
        await().until(() -> status(old).equals("COMPLETED"));
    }

    /// The first cancellation command may be a dead letter by now, or lost.
    @Test
    void a_cancellation_that_was_answered_is_asked_again_until_the_payment_ends() {
        String old = stored("11 minutes", "ACCEPTED");
        String other = stored("11 minutes", "ACCEPTED");

        assertThat(std.post(Api.PAYMENTS + "/" + old + "/cancellation", "").status())
                .isEqualTo(202);

        await().until(() -> commands(old, "CancelPayment").size() > 2);
        assertThat(commands(other, "CancelPayment")).isEmpty();
        wire.completed(Samples.STD, old);
        wire.completed(Samples.STD, other);
        await().until(() -> status(old).equals("COMPLETED") && status(other).equals("COMPLETED"));
    }

    @Test
    void payments_that_never_end_keep_no_other_from_its_turn() {
        List<String> more =
                Stream.generate(() -> stored("1 hour", "ACCEPTED"))
                        .limit(2 * RESEND_MAX + 1)
                        .toList();

        await().until(() -> more.stream().allMatch(each -> starts(each).size() > 1));
    }

    /// Stores a payment of this age that no other service has heard of.
    private String stored(String age, String status) {
        return JdbcClient.create(stores.database("payments").asSuperuser())
                .sql(
                        """
                        INSERT INTO payment (tenant_id, id, debtor, creditor, amount, currency,
                                             reference, status, ended_at)
                        VALUES ('STD-001', uuidv7(- :age::interval), :debtor, :creditor, 100, 'EUR',
                                'rent', :status,
                                CASE :status WHEN 'ACCEPTED' THEN NULL ELSE now() END)
                        RETURNING id
                        """)
                .param("age", age)
                .param("debtor", DEBTOR)
                .param("creditor", CREDITOR)
                .param("status", status)
                .query(String.class)
                .single();
    }

    private String status(String payment) {
        return std.get(Api.PAYMENTS + "/" + payment).text("status");
    }

    private List<Heard> starts(String payment) {
        return commands(payment, "StartPayment");
    }

    private List<Heard> commands(String payment, String type) {
        return wire.about(payment).stream()
                .filter(each -> each.topic().equals(Wire.COMMANDS))
                .filter(each -> each.type().contains(type))
                .toList();
    }
}
