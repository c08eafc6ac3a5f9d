package io.paymentsengine.payment.testing;

import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import io.paymentsengine.payment.PaymentServiceApplication;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole payment-service on real stores, with its upstream services replaced. All tests share it.
@SpringBootTest(
        classes = PaymentServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "logging.level.org.apache.kafka=WARN",
            "payments.payment.streams-max=" + RunningPaymentService.STREAMS_MAX,
            "payments.payment.resend-interval=200ms",
            "payments.payment.key-expiry-interval=200ms",
            "payments.payment.key-expiry-max=" + RunningPaymentService.KEY_EXPIRY_MAX,
            "payments.payment.resend-max=" + RunningPaymentService.RESEND_MAX,
            "payments.messaging.sweep-interval=200ms",
            "payments.messaging.sweep-min-age=1s"
        })
@WithStores(database = "payments", redis = true)
public abstract class RunningPaymentService {

    protected static final int STREAMS_MAX = 5;
    protected static final int RESEND_MAX = 2;
    protected static final int KEY_EXPIRY_MAX = 3;
    protected static final String DEBTOR = "0198a000-0000-7000-8000-00000000000a";
    protected static final String CREDITOR = "0198a000-0000-7000-8000-00000000000b";
    protected static final Neighbours NEIGHBOURS = new Neighbours();

    @Autowired protected Stores stores;
    @LocalServerPort protected int port;

    protected Api std;
    protected Api ned;

    @SuppressWarnings("NullAway.Init") // JUnit calls openApis before each test
    protected RunningPaymentService() {}

    /// Nothing takes this long, unless the machine is busy with other work.
    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry registry) {
        registry.add("spring.http.serviceclient.sagas.base-url", NEIGHBOURS::url);
        registry.add("spring.http.serviceclient.accounts.base-url", NEIGHBOURS::url);
    }

    @BeforeEach
    void openApis() {
        std = Api.at(port, Samples.STD);
        ned = Api.at(port, Samples.NED);
    }

    @AfterEach
    void closeApis() {
        std.close();
        ned.close();
    }

    /// Body that requests a payment of this many euros between two accounts.
    protected static String order(String value, String debtor, String creditor) {
        return """
               {"debtorAccount": "%s", "creditorAccount": "%s",
                "amount": {"value": "%s", "currency": "EUR"}, "reference": "rent"}
               """
                .formatted(debtor, creditor, value);
    }

    protected static String order(String value) {
        return order(value, DEBTOR, CREDITOR);
    }

    /// Requests a payment for this tenant and returns its id.
    protected static String requested(Api tenant) {
        return tenant.post(Api.PAYMENTS, order("1.00")).text("id");
    }
}
