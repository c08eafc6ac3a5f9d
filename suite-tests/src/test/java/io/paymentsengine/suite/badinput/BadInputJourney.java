package io.paymentsengine.suite.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.suite.LocalSuite;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Payment;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import io.paymentsengine.suite.journeys.ApiDocument;
import io.paymentsengine.suite.journeys.ApiDocument.Operation;
import io.paymentsengine.suite.journeys.Bodies;
import io.paymentsengine.suite.logs.NewLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sends every published operation every invalid input, one error at a time. Each request must be refused
/// with a problem that names the error, have no effect, and leave no forged line in a log.
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputJourney {

    private final LocalSuite suite;
    private final Tenant tenant;
    private final NewLines logged;
    private final Account debtor;
    private final Account creditor;
    private final Payment payment;
    private final List<Operation> operations;

    BadInputJourney(LocalSuite suite) {
        this.suite = suite;
        this.tenant = Tenant.standard(suite);
        this.logged = NewLines.in(suite.logs());
        Account opened = tenant.opensWith(Money.parse("10.00", "EUR"));
        this.creditor = tenant.opens("EUR");
        this.payment = tenant.pays(PaymentOrder.of(opened, creditor, Money.parse("1.00", "EUR")));
        this.debtor = tenant.account(opened.id());
        this.operations = ApiDocument.everything(suite);
    }

    @TestFactory
    Stream<DynamicContainer> what_is_wrong_with_an_address_is_named() {
        return everywhere(BadAddresses::of);
    }

    @TestFactory
    Stream<DynamicContainer> what_is_wrong_with_a_body_is_named() {
        return everywhere(BadBodies::of);
    }

    @TestFactory
    Stream<DynamicContainer> what_is_wrong_with_a_field_is_pointed_at() {
        return everywhere(BadFields::of);
    }

    @TestFactory
    Stream<DynamicContainer> a_method_that_is_not_published_is_not_there() {
        return everywhere(good -> BadAddresses.methods(good, methodsAt(good)));
    }

    @AfterAll
    void nothing_happened_and_no_log_has_what_no_logger_wrote() {
        assertThat(tenant.account(debtor.id())).isEqualTo(debtor);
        assertThat(tenant.payment(payment.id())).isEqualTo(payment);
        Payment later = tenant.pays(PaymentOrder.of(debtor, creditor, Money.parse("1.00", "EUR")));
        assertThat(later.status()).isEqualTo("COMPLETED");
        assertThat(logged.strange()).isEmpty();
    }

    private Stream<DynamicContainer> everywhere(Function<GoodRequest, Stream<Attempt>> bad) {
        return operations.stream()
                .map(
                        operation ->
                                DynamicContainer.dynamicContainer(
                                        operation.toString(),
                                        bad.apply(good(operation)).map(this::test)));
    }

    private DynamicTest test(Attempt attempt) {
        return DynamicTest.dynamicTest(attempt.toString(), () -> attempt.expectRefusal(suite));
    }

    private GoodRequest good(Operation operation) {
        boolean ofAccounts = operation.path().startsWith(Tenant.ACCOUNTS);
        String path =
                operation
                        .path()
                        .replaceAll(Operation.PARAMETER, ofAccounts ? debtor.id() : payment.id());
        Optional<String> body = Bodies.of(operation, debtor.id(), creditor.id());
        assertThat(body.isPresent())
                .as(
                        "%s: a valid body must be defined exactly for operations that have one",
                        operation)
                .isEqualTo(operation.description().has("requestBody"));
        return new GoodRequest(operation, path, body.orElse(null));
    }

    /// The methods of all operations whose path template matches this path.
    private Set<String> methodsAt(GoodRequest good) {
        return operations.stream()
                .filter(each -> each.service() == good.operation().service())
                .filter(
                        each ->
                                good.path()
                                        .matches(
                                                each.path()
                                                        .replaceAll(Operation.PARAMETER, "[^/]+")))
                .map(Operation::method)
                .collect(Collectors.toSet());
    }
}
