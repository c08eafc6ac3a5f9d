package io.paymentsengine.suite.client;

import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/// A registered tenant that uses the suite as its own software would. Calls that the suite refuses fail here;
/// tests that expect a refusal use the [#caller].
public final class Tenant {

    public static final String PAYMENTS = "/api/v1/payments";
    public static final String ACCOUNTS = "/api/v1/accounts";
    public static final String SAGAS = "/api/v1/sagas";
    public static final String LIMITS = "/api/v1/limits";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /// With `wait=` and seconds: how long the response may be delayed until the payment ends (RFC 7240).
    public static final String PREFER = "Prefer";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final String id;
    private final Caller caller;

    private Tenant(String id, Suite suite) {
        this.id = id;
        this.caller = Caller.inTheNameOf(id, suite);
    }

    /// The tenant with high limits and several currencies.
    public static Tenant standard(Suite suite) {
        return new Tenant("STD-001", suite);
    }

    /// The tenant that may pay only in EUR.
    public static Tenant nederland(Suite suite) {
        return new Tenant("NED-001", suite);
    }

    public String id() {
        return id;
    }

    public Caller caller() {
        return caller;
    }

    public Account opens(NewAccount account) {
        return caller.post(Service.ACCOUNT_SERVICE, ACCOUNTS, account)
                .expecting(201)
                .as(Account.class);
    }

    /// Opens an empty account.
    public Account opens(String currency) {
        return opens(NewAccount.in(currency));
    }

    /// Opens an account and deposits money into it.
    public Account opensWith(Money money) {
        return deposits(opens(money.currency().getCurrencyCode()), money);
    }

    public Account deposits(Account account, Money money) {
        var deposit = Map.of("amount", Amount.of(money));
        var key = UUID.randomUUID().toString();
        caller.post(
                        Service.ACCOUNT_SERVICE,
                        ACCOUNTS + "/" + account.id() + "/deposits",
                        deposit,
                        IDEMPOTENCY_KEY,
                        key)
                .expecting(200, 201);
        return account(account.id());
    }

    public Account account(String account) {
        return caller.get(Service.ACCOUNT_SERVICE, ACCOUNTS + "/" + account)
                .expecting(200)
                .as(Account.class);
    }

    /// Changes the account's status.
    ///
    /// @param action `freeze`, `unfreeze` or `close`
    public void moves(Account account, String action) {
        caller.post(Service.ACCOUNT_SERVICE, ACCOUNTS + "/" + account.id() + "/" + action, null)
                .expecting(200, 202, 204);
    }

    /// The first page of the account's statement.
    public List<Entry> entries(Account account) {
        return caller.get(Service.ACCOUNT_SERVICE, ACCOUNTS + "/" + account.id() + "/entries")
                .expecting(200)
                .asPageOf(Entry.class)
                .items();
    }

    /// Requests a payment, which has been accepted when this returns.
    public Payment orders(PaymentOrder order) {
        return asks(order).expecting(202).as(Payment.class);
    }

    /// Requests a payment and returns it when it has ended.
    public Payment pays(PaymentOrder order) {
        return end(orders(order).id());
    }

    /// Requests a payment and returns the answer, whatever it is.
    ///
    /// @param headers names and values in turn
    public Answer asks(PaymentOrder order, String... headers) {
        return caller.post(Service.PAYMENT_SERVICE, PAYMENTS, order, headers);
    }

    /// Requests the cancellation of a payment and returns the answer, whatever it is.
    public Answer cancels(String payment) {
        return caller.post(
                Service.PAYMENT_SERVICE, PAYMENTS + "/" + payment + "/cancellation", null);
    }

    public Payment payment(String payment) {
        return caller.get(Service.PAYMENT_SERVICE, PAYMENTS + "/" + payment)
                .expecting(200)
                .as(Payment.class);
    }

    /// Waits until the payment has ended, and returns it.
    public Payment end(String payment) {
        return Awaitility.await("end of payment " + payment)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .until(() -> payment(payment), Payment::hasEnded);
    }

    public List<TimelineItem> timeline(String payment) {
        return caller.get(Service.PAYMENT_SERVICE, PAYMENTS + "/" + payment + "/timeline")
                .expecting(200)
                .asPageOf(TimelineItem.class)
                .items();
    }

    /// The payment's saga as operators see it.
    public JsonNode saga(String payment) {
        return caller.get(Service.SAGA_ORCHESTRATOR, SAGAS + "/" + payment)
                .expecting(200, 404)
                .json();
    }
}
