package io.paymentsengine.faultagent;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostIT {

    private static final int TIMES = 5_000;

    @TempDir private Path folder;

    /// The agent reads orders in the middle of a service's transaction, where it must not throw.
    @Test
    void an_order_that_is_taken_back_while_it_is_read_is_none() {
        Post post = new Post(folder);
        CompletableFuture<Void> orders = CompletableFuture.runAsync(() -> orderAndTakeBack(post));

        assertThatNoException()
                .isThrownBy(
                        () -> {
                            while (!orders.isDone()) {
                                post.armed();
                            }
                        });
        orders.join();
    }

    private static void orderAndTakeBack(Post post) {
        for (int time = 0; time < TIMES; time++) {
            post.arm(new Post.Order("foot:after", 1));
            post.disarm();
        }
    }
}
