package io.paymentsengine.faultagent;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What woven code calls. To the process, a halt is like a power cut: no shutdown hook runs, no
/// buffer is flushed, and no other thread makes any progress.
public final class Passages {

    /// The exit code of a process that was killed with SIGKILL.
    private static final int EXIT_CODE = 137;

    private static final Map<String, Long> COUNTS = new HashMap<>();
    private static final ThreadLocal<@Nullable String> BEGUN = new ThreadLocal<>();

    private static @Nullable Post post;
    private static Post.@Nullable Order order;
    private static int passedSinceOrder;

    private Passages() {}

    static synchronized void reportTo(Post to) {
        post = to;
    }

    /// How often a point has been passed.
    static synchronized long of(String point) {
        return COUNTS.getOrDefault(point, 0L);
    }

    /// Records that a point is passed, and halts the JVM if that is due.
    ///
    /// @param point the name of the point
    public static synchronized void pass(String point) {
        long passages = COUNTS.merge(point, 1L, Long::sum);
        if (post != null && isDue(point, post)) {
            post.report(new Post.Halted(point, passages));
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /// Records the point that this thread will have passed once a framework has completed what the
    /// thread has begun.
    ///
    /// @param point the name of the point, which ends with the word of its edge
    public static void begin(String point) {
        BEGUN.set(point);
    }

    /// Records that a framework has completed something.
    ///
    /// @param edge the word of the edge
    public static void complete(String edge) {
        String point = BEGUN.get();
        if (point != null && point.endsWith(edge)) {
            BEGUN.remove();
            pass(point);
        }
    }

    private static boolean isDue(String point, Post post) {
        Post.Order current = post.armed().orElse(null);
        if (current == null || !current.point().equals(point)) {
            return false;
        }
        if (!current.equals(order)) {
            order = current;
            passedSinceOrder = 0;
        }
        passedSinceOrder++;
        return passedSinceOrder >= current.passage();
    }
}
