package io.paymentsengine.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A client that requests many payments at once.
final class BulkCalls implements Provocation {

    private static final int ITEMS = 50;

    private final Tenant tenant;
    private final Account from;
    private final Account to;
    private List<Item> last = List.of();

    BulkCalls(Stage stage) {
        this.tenant = Tenant.standard(stage.suite());
        this.from = tenant.opensWith(Money.parse("50000.00", "EUR"));
        this.to = tenant.opens("EUR");
    }

    private record Item(String idempotencyKey, PaymentOrder payment) {}

    @Override
    public void provoke() {
        last = Stream.generate(this::item).limit(ITEMS).toList();
        ask();
    }

    /// Repeats the whole request, as a client without an answer does. Each key must have one payment.
    @Override
    public void conclude() {
        List<String> payments = payments(ask());
        assertThat(payments).hasSize(ITEMS).doesNotHaveDuplicates();
        assertThat(payments(ask())).isEqualTo(payments);
        payments.forEach(each -> assertThat(tenant.end(each).status()).isEqualTo("COMPLETED"));
    }

    private Answer ask() {
        return tenant.caller()
                .post(Service.PAYMENT_SERVICE, Tenant.PAYMENTS + "/bulk", Map.of("items", last));
    }

    private Item item() {
        return new Item(
                UUID.randomUUID().toString(),
                PaymentOrder.of(from, to, Money.parse("0.01", "EUR")));
    }

    private static List<String> payments(Answer answer) {
        return answer.expecting(200).json().path("items").values().stream()
                .map(item -> item.path("payment").path("id"))
                .map(JsonNode::asString)
                .toList();
    }
}
