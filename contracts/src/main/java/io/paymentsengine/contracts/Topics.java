package io.paymentsengine.contracts;

import java.util.List;

/// All topics. Command topics belong to the receiver of the commands, event topics to the sender of
/// the events.
public final class Topics {

    public static final Topic<SagaCommand> SAGA_COMMANDS =
            new Topic<>("saga.commands.v1", SagaCommand.class);
    public static final Topic<SagaReply> SAGA_REPLIES =
            new Topic<>("saga.replies.v1", SagaReply.class);
    public static final Topic<ValidationCommand> VALIDATION_COMMANDS =
            new Topic<>("validation.commands.v1", ValidationCommand.class);
    public static final Topic<AccountCommand> ACCOUNT_COMMANDS =
            new Topic<>("account.commands.v1", AccountCommand.class);
    public static final Topic<PaymentEvent> PAYMENT_EVENTS =
            new Topic<>("payment.events.v1", PaymentEvent.class);

    private Topics() {}

    /// All topics, without the dead-letter topics.
    public static List<Topic<?>> all() {
        return List.of(
                SAGA_COMMANDS, SAGA_REPLIES, VALIDATION_COMMANDS, ACCOUNT_COMMANDS, PAYMENT_EVENTS);
    }

    /// The topic that carries messages of this kind.
    public static Topic<?> of(Message message) {
        return switch (message) {
            case SagaCommand _ -> SAGA_COMMANDS;
            case SagaReply _ -> SAGA_REPLIES;
            case ValidationCommand _ -> VALIDATION_COMMANDS;
            case AccountCommand _ -> ACCOUNT_COMMANDS;
            case PaymentEvent _ -> PAYMENT_EVENTS;
        };
    }
}
