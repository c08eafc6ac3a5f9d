package io.paymentsengine.platform.messaging;

import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.Topics;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A minimal service: records each command that it handles, and answers it.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DeedsService {

    /// Handling a payment in this currency always fails.
    static final String POISON = "JPY";

    @Bean
    Inbound<AccountCommand> commands(JdbcClient jdbc, Outbox outbox) {
        return new Inbound<>(
                Topics.ACCOUNT_COMMANDS,
                batch -> {
                    refusePoison(batch);
                    writeDown(jdbc, batch);
                    outbox.addAll(batch.stream().map(DeedsService::answer).toList());
                });
    }

    private static void refusePoison(List<Received<AccountCommand>> batch) {
        for (Received<AccountCommand> each : batch) {
            if (each.message() instanceof AccountCommand.ReserveFunds reserve
                    && reserve.amount().currency().getCurrencyCode().equals(POISON)) {
                throw new IllegalArgumentException("poison");
            }
        }
    }

    private static void writeDown(JdbcClient jdbc, List<Received<AccountCommand>> batch) {
        jdbc.sql("INSERT INTO deed SELECT p::uuid, t FROM unnest(:payments, :tenants) AS d (p, t)")
                .param("payments", texts(batch.stream().map(each -> each.message().paymentId())))
                .param("tenants", texts(batch.stream().map(Received::tenant)))
                .update();
    }

    private static Outgoing answer(Received<AccountCommand> command) {
        return command.answer(new FundsReserved(command.message().paymentId()));
    }

    private static String[] texts(java.util.stream.Stream<?> values) {
        return values.map(Object::toString).toArray(String[]::new);
    }

    /// How many of these commands were recorded.
    static long deeds(JdbcClient jdbc, List<ReserveFunds> commands) {
        return jdbc.sql("SELECT count(*) FROM deed WHERE payment_id = ANY (:payments::uuid[])")
                .param(
                        "payments",
                        commands.stream()
                                .map(each -> each.paymentId().toString())
                                .toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
