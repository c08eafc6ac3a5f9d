package io.paymentsengine.contracts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The type of a message on the wire: the CloudEvents `type`, made up of a name and a version. A record
/// that replaces `ReserveFunds` is added as `ReserveFunds` version 2; version 1 stays.
public record MessageType(String name, int version, Class<? extends Message> form) {

    private static final String PREFIX = "io.paymentsengine.";

    private static final List<MessageType> ALL =
            List.of(
                    first(SagaCommand.StartPayment.class),
                    first(SagaCommand.CancelPayment.class),
                    first(ValidationCommand.ValidatePayment.class),
                    first(AccountCommand.ReserveFunds.class),
                    first(AccountCommand.SettlePayment.class),
                    first(AccountCommand.ReleaseFunds.class),
                    first(SagaReply.PaymentValidated.class),
                    first(SagaReply.PaymentDeclined.class),
                    first(SagaReply.FundsReserved.class),
                    first(SagaReply.ReservationRefused.class),
                    first(SagaReply.PaymentSettled.class),
                    first(SagaReply.SettlementRefused.class),
                    first(SagaReply.FundsReleased.class),
                    first(PaymentEvent.PaymentCompleted.class),
                    first(PaymentEvent.PaymentRejected.class),
                    first(PaymentEvent.PaymentCancelled.class));

    private static final Map<String, MessageType> BY_WIRE_NAME =
            ALL.stream().collect(Collectors.toMap(MessageType::wireName, Function.identity()));
    private static final Map<Class<?>, MessageType> BY_FORM =
            ALL.stream().collect(Collectors.toMap(MessageType::form, Function.identity()));

    /// All supported types and versions.
    public static List<MessageType> all() {
        return ALL;
    }

    /// The type of a message.
    public static MessageType of(Message message) {
        return Objects.requireNonNull(
                BY_FORM.get(message.getClass()), () -> message.getClass() + " has no type");
    }

    /// The type with this wire name.
    ///
    /// @throws IllegalArgumentException if the name or version is unknown
    public static MessageType named(String wireName) {
        MessageType type = BY_WIRE_NAME.get(wireName);
        if (type == null) {
            throw new IllegalArgumentException("unknown message type " + wireName);
        }
        return type;
    }

    /// The CloudEvents `type`, such as `io.paymentsengine.ReserveFunds.v1`.
    public String wireName() {
        return PREFIX + name + ".v" + version;
    }

    private static MessageType first(Class<? extends Message> form) {
        return new MessageType(form.getSimpleName(), 1, form);
    }
}
