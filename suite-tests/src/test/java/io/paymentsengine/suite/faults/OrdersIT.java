package io.paymentsengine.suite.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class OrdersIT {

    private static final int SEED = 7;
    private static final int ORDERS = 50;

    private final Suite suite;

    OrdersIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void a_seed_makes_the_same_orders_again_under_keys_that_are_free() {
        List<Order> first = new Orders(suite, new Random(SEED)).make(ORDERS);
        List<Order> second = new Orders(suite, new Random(SEED)).make(ORDERS);

        assertThat(second).extracting(Order::kind).isEqualTo(kindsOf(first));
        assertThat(second)
                .extracting(order -> order.payment().amount())
                .isEqualTo(first.stream().map(order -> order.payment().amount()).toList());
        assertThat(second).extracting(Order::key).doesNotContainAnyElementsOf(keysOf(first));
    }

    private static List<Order.Kind> kindsOf(List<Order> orders) {
        return orders.stream().map(Order::kind).toList();
    }

    private static List<String> keysOf(List<Order> orders) {
        return orders.stream().map(Order::key).toList();
    }
}
