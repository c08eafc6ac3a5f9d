package io.paymentsengine.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paymentsengine.payment.testing.Api;
import io.paymentsengine.payment.testing.Api.Answer;
import io.paymentsengine.payment.testing.RunningPaymentService;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.payment.testing.Wire;
import io.paymentsengine.payment.testing.Wire.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelPaymentIT extends RunningPaymentService {

    private String payment = "";
    private Wire wire;

    @SuppressWarnings("NullAway.Init") // set before each test
    CancelPaymentIT() {}

    @BeforeEach
    void request() {
        wire = new Wire(stores.bootstrapServers());
        payment = requested(std);
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void the_saga_is_told_each_time_and_the_payment_waits_for_its_verdict() {
        Answer first = cancel(std);
        Answer again = cancel(std);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("status")).isEqualTo("ACCEPTED");
        await().untilAsserted(
                        () ->
                                assertThat(wire.about(payment))
                                        .extracting(Heard::type)
                                        .containsExactly(
                                                "io.paymentsengine.StartPayment.v1",
                                                "io.paymentsengine.CancelPayment.v1",
                                                "io.paymentsengine.CancelPayment.v1"));
    }

    @Test
    void a_cancelled_payment_can_be_cancelled_again() {
        wire.cancelled(Samples.STD, payment);
        awaitStatus("CANCELLED");

        Answer again = cancel(std);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void a_payment_that_ended_otherwise_can_not() {
        wire.completed(Samples.STD, payment);
        awaitStatus("COMPLETED");

        Answer late = cancel(std);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("payment-has-ended");
    }

    @Test
    void another_tenants_payment_is_not_found() {
        assertThat(cancel(ned).status()).isEqualTo(404);
    }

    private Answer cancel(Api tenant) {
        return tenant.post(Api.PAYMENTS + "/" + payment + "/cancellation", "");
    }

    private void awaitStatus(String status) {
        String path = Api.PAYMENTS + "/" + payment;
        await().until(() -> std.get(path).text("status").equals(status));
    }
}
