package io.paymentsengine.suite.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Answer;
import io.paymentsengine.suite.client.Caller;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that a tenant sees only its own data: each published operation is tried on another tenant's data,
/// and without a valid tenant.
@ExtendWith(RunningSuite.class)
class TenantIsolationJourney {

    private static final Set<String> PAYING =
            Set.of("POST /api/v1/payments", "POST /api/v1/payments/bulk");

    private final Suite suite;

    TenantIsolationJourney(Suite suite) {
        this.suite = suite;
    }

    @TestFactory
    Stream<DynamicTest> another_tenants_data_is_not_there() {
        Secrets secrets = Secrets.of(Tenant.standard(suite));
        Tenant stranger = Tenant.nederland(suite);
        return everythingBy(
                stranger, operation -> assertKept(secrets, stranger.caller(), operation));
    }

    @TestFactory
    Stream<DynamicTest> what_belongs_to_another_tenant_can_not_be_changed() {
        Tenant owner = Tenant.standard(suite);
        Secrets secrets = Secrets.of(owner);
        Account account = owner.account(secrets.account());
        Payment payment = owner.payment(secrets.payment());
        Tenant stranger = Tenant.nederland(suite);
        return everythingBy(
                stranger,
                operation -> {
                    Answer answer = Trespass.on(secrets, operation).by(stranger.caller());
                    awaitEnds(stranger, operation, answer);
                    assertThat(owner.account(account.id())).isEqualTo(account);
                    assertThat(owner.payment(payment.id())).isEqualTo(payment);
                });
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_without_a_tenant() {
        return refused(Caller.inNobodysName(suite), 400, "invalid-tenant");
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_with_what_is_no_tenants_id() {
        return refused(Caller.inTheNameOf("STD-001' OR '1'='1", suite), 400, "invalid-tenant");
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_with_the_star_that_stands_for_all_tenants_inside() {
        return refused(Caller.inTheNameOf("*", suite), 400, "invalid-tenant");
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_as_a_tenant_that_is_not_registered() {
        return refused(Caller.inTheNameOf("XYZ-999", suite), 403, "unknown-tenant");
    }

    @Test
    void another_tenants_payment_can_not_be_watched_live() {
        Secrets secrets = Secrets.of(Tenant.standard(suite));
        String timeline = Tenant.PAYMENTS + "/" + secrets.payment() + "/timeline";
        Tenant.nederland(suite)
                .caller()
                .get(Service.PAYMENT_SERVICE, timeline, "Accept", "text/event-stream")
                .expecting(404);
    }

    @Test
    void the_owner_sees_all_that_strangers_are_tried_with() {
        Tenant owner = Tenant.standard(suite);
        Secrets secrets = Secrets.of(owner);
        assertThat(owner.account(secrets.account()).name()).isEqualTo(secrets.text());
        assertThat(owner.payment(secrets.payment()).reference()).isEqualTo(secrets.text());
    }

    private Stream<DynamicTest> refused(Caller caller, int status, String problem) {
        Secrets secrets = Secrets.of(Tenant.standard(suite));
        return everything(
                operation -> {
                    Answer answer = Trespass.on(secrets, operation).by(caller);
                    assertThat(answer.expecting(status).problem()).isEqualTo(problem);
                });
    }

    private static void assertKept(Secrets secrets, Caller stranger, Operation operation) {
        Trespass trespass = Trespass.on(secrets, operation);
        Answer answer = trespass.by(stranger);
        if (trespass.namesWhatIsAnothers()) {
            answer.expecting(404);
        } else {
            assertThat(answer.isSuccess()).as(answer.question() + answer.body()).isTrue();
        }
        assertThat(answer.body() + answer.headers())
                .doesNotContain(secrets.hidden(trespass.said()));
    }

    /// Waits for payments to end, because one that was only accepted has not touched any account yet.
    private static void awaitEnds(Tenant stranger, Operation operation, Answer answer) {
        if (answer.isSuccess() && PAYING.contains(operation.name())) {
            List<String> payments =
                    Stream.concat(
                                    Stream.of(answer.json()),
                                    answer.json().path("items").values().stream()
                                            .map(item -> item.path("payment")))
                            .map(payment -> payment.path("id").asString(""))
                            .filter(id -> !id.isEmpty())
                            .toList();
            assertThat(payments).isNotEmpty();
            payments.forEach(stranger::end);
        }
    }

    /// The stranger may change its own limits; they are restored at the end.
    private Stream<DynamicTest> everythingBy(Tenant stranger, Consumer<Operation> check) {
        Limits before = Limits.of(stranger);
        return everything(check).onClose(before::close);
    }

    private Stream<DynamicTest> everything(Consumer<Operation> check) {
        return ApiDocument.everything(suite).stream()
                .map(
                        operation ->
                                DynamicTest.dynamicTest(
                                        operation.toString(), () -> check.accept(operation)));
    }
}
