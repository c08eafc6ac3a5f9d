package io.paymentsengine.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaWireIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String broker = Stores.shared().bootstrapServers();

    @Test
    void one_hears_all_from_the_beginning_and_the_other_what_comes_from_now_on() throws Exception {
        createTopic("told.v1");
        try (KafkaWire all = KafkaWire.fromTheBeginning(broker, "told.v1")) {
            all.send("told.v1", "key", KafkaWire.bytes("before"), Map.of("said-by", "me"));
            all.flush();
            try (KafkaWire later = KafkaWire.fromNowOn(broker, "told.v1")) {
                later.send("told.v1", null, KafkaWire.bytes("after"), Map.of());
                later.flush();

                assertThat(texts(later, 1)).containsExactly("after");
                assertThat(texts(all, 2)).containsExactly("before", "after");
                assertThat(KafkaWire.headers(all.received().getFirst()))
                        .containsExactly(Map.entry("said-by", "me"));
            }
        }
    }

    private static List<String> texts(KafkaWire wire, int count) {
        return await().atMost(PATIENCE).until(wire::received, each -> each.size() >= count).stream()
                .map(KafkaWire::text)
                .toList();
    }

    private void createTopic(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
