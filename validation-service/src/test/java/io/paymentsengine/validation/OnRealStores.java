package io.paymentsengine.validation;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.localstack.testing.WithStores;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service on real stores, with a server that implements account-service's contract.
@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {
            "management.server.port=0",
            // so long that even a slow machine requests an account only once
            "payments.validation.account-cache-ttl=5m",
        })
@WithStores(database = "validation", redis = true)
abstract class OnRealStores {

    static final String STD = "STD-001";
    static final String NED = "NED-001";

    final AccountsStandIn accounts = AccountsStandIn.INSTANCE;
    @Autowired Stores stores;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        AccountsStandIn.INSTANCE.register(properties);
    }

    @BeforeEach
    void forget_changed_limits() {
        database().sql("TRUNCATE limit_change").update();
    }

    @AfterEach
    void let_the_neighbour_recover() {
        accounts.recover();
    }

    /// A superuser, who sees every row whatever the policies say.
    JdbcClient database() {
        return JdbcClient.create(stores.database("validation").asSuperuser());
    }

    long decisionsOn(Command command) {
        return decisionsOn(List.of(command));
    }

    long decisionsOn(List<Command> commands) {
        return database()
                .sql("SELECT count(*) FROM decision WHERE payment_id = ANY (:payments)")
                .param(
                        "payments",
                        commands.stream().map(each -> each.payment().value()).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }
}
