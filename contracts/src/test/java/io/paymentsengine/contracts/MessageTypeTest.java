package io.paymentsengine.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTypeTest {

    @Test
    void every_message_has_a_type() {
        Set<Class<?>> records = new HashSet<>();
        leaves(Message.class).forEach(records::add);

        assertThat(MessageType.all()).extracting(MessageType::form).containsAll(castAll(records));
    }

    @Test
    void a_type_is_found_by_its_wire_name() {
        MessageType type = MessageType.named("io.paymentsengine.ReserveFunds.v1");

        assertThat(type.form()).isEqualTo(AccountCommand.ReserveFunds.class);
        assertThat(type.wireName()).isEqualTo("io.paymentsengine.ReserveFunds.v1");
    }

    @Test
    void an_unknown_name_or_version_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageType.named("io.paymentsengine.ReserveFunds.v2"));
        assertThatIllegalArgumentException().isThrownBy(() -> MessageType.named("ReserveFunds"));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageTypeTest::leaves)
                : Stream.of(type);
    }

    @SuppressWarnings("unchecked")
    private static Set<Class<? extends Message>> castAll(Set<?> forms) {
        return (Set<Class<? extends Message>>) forms;
    }
}
