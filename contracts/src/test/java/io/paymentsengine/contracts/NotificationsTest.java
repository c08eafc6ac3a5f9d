package io.paymentsengine.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsTest {

    @Test
    void a_line_names_its_payment() {
        PaymentId payment = PaymentId.of("019a0000-0000-7000-8000-000000000001");

        String line = Notifications.line(new TenantId("STD-001"), payment);

        assertThat(line).isEqualTo("STD-001/019a0000-0000-7000-8000-000000000001");
        assertThat(Notifications.paymentOf(line)).contains(payment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STD-001", "STD-001/", "NED-001/none"})
    void what_is_no_line_is_about_no_payment(String text) {
        assertThat(Notifications.paymentOf(text)).isEmpty();
    }
}
