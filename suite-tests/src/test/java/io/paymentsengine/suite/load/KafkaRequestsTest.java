package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaRequestsTest {

    @Test
    void each_client_counts_once_whichever_broker_it_asks() {
        assertThat(
                        KafkaRequests.in(
                                """
                                # TYPE kafka_producer_request_total counter
                                kafka_producer_request_total{client_id="a"} 13341.0
                                kafka_producer_node_request_total{client_id="a",node_id="node-1"} 13338.0
                                kafka_producer_request_rate{client_id="a"} 13.9
                                kafka_consumer_request_total{client_id="b"} 1.2E4
                                kafka_consumer_request_total{client_id="c"} 1.0
                                """))
                .isEqualTo(13_341 + 12_000 + 1);
    }
}
