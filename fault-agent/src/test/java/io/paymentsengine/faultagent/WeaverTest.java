package io.paymentsengine.faultagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WeaverTest {

    @Test
    void a_method_has_two_sides_and_a_private_one_of_its_name_none() throws Exception {
        Object walk = woven("Walk#step", "two sides");
        long before = passages("two sides", Edge.BEFORE);
        assertThat(call(walk, "step", 4)).isEqualTo(5);
        assertThat(passages("two sides", Edge.BEFORE)).isEqualTo(before + 1);
        assertThat(passages("two sides", Edge.AFTER)).isEqualTo(before + 1);
    }

    @Test
    void a_call_in_a_lambda_belongs_to_the_method_around_it() throws Exception {
        Object walk = woven("Walk#step -> Walk#foot", "a call");
        assertThat(call(walk, "step", 4)).isEqualTo(5);
        assertThat(passages("a call", Edge.BEFORE)).isOne();
        assertThat(passages("a call", Edge.AFTER)).isOne();
    }

    @Test
    void what_throws_has_no_other_side() throws Exception {
        Object walk = woven("Walk#stumble", "a fault");
        assertThatThrownBy(() -> call(walk, "stumble", 4))
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(passages("a fault", Edge.BEFORE)).isOne();
        assertThat(passages("a fault", Edge.AFTER)).isZero();
    }

    @Test
    void what_was_begun_is_passed_when_it_is_completed() {
        Passages.begin("a use case:committed");
        Passages.complete("answered");
        assertThat(Passages.of("a use case:committed")).isZero();
        Passages.complete("committed");
        Passages.complete("committed");
        assertThat(Passages.of("a use case:committed")).isOne();
    }

    private static long passages(String name, Edge edge) {
        return Passages.of(name + ":" + edge.word());
    }

    private static Object woven(String site, String name) throws Exception {
        List<Point> points =
                List.of(Edge.BEFORE, Edge.AFTER).stream()
                        .map(edge -> new Point(name + ":" + edge.word(), Site.parse(site), edge))
                        .toList();
        byte[] woven = new Weaver(points).woven(bytes(), WeaverTest.class.getClassLoader());
        var constructor = new Loader().define(woven).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static byte[] bytes() throws IOException {
        try (InputStream file = WeaverTest.class.getResourceAsStream("Walk.class")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static Object call(Object walk, String name, Object... arguments)
            throws ReflectiveOperationException {
        for (Method method : walk.getClass().getDeclaredMethods()) {
            if (method.getName().equals(name) && !method.isSynthetic() && isOpen(method)) {
                method.setAccessible(true);
                return method.invoke(walk, arguments);
            }
        }
        throw new InvocationTargetException(null, name);
    }

    private static boolean isOpen(Method method) {
        return !Modifier.isPrivate(method.getModifiers());
    }

    private static final class Loader extends ClassLoader {

        Loader() {
            super(WeaverTest.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(Walk.class.getName(), bytes, 0, bytes.length);
        }
    }
}
