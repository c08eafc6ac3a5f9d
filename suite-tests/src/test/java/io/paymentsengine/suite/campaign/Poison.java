package io.paymentsengine.suite.campaign;

import io.paymentsengine.contracts.AccountCommand;
import io.paymentsengine.contracts.Headers;
import io.paymentsengine.contracts.Message;
import io.paymentsengine.contracts.MessageType;
import io.paymentsengine.contracts.PaymentEvent;
import io.paymentsengine.contracts.SagaCommand;
import io.paymentsengine.contracts.SagaReply;
import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.contracts.ValidationCommand;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A message that nobody can handle, or should.
///
/// @param id its CloudEvents id, which its dead letter keeps
/// @param type what it claims to be
record Poison(String id, String topic, String type, String tenant, String value) {

    private static final String UNKNOWN_TENANT = "ZZZ-999";

    /// One for each topic, that would begin no payment if it were taken for true.
    private static final Set<Class<? extends Message>> BEGIN_NOTHING =
            Set.of(
                    SagaCommand.CancelPayment.class,
                    SagaReply.PaymentSettled.class,
                    ValidationCommand.ValidatePayment.class,
                    AccountCommand.SettlePayment.class,
                    PaymentEvent.PaymentCompleted.class);

    /// In what way it is one.
    enum Kind {
        NOT_JSON,
        UNKNOWN_TYPE,
        UNKNOWN_VERSION,
        UNKNOWN_TENANT,
        UNKNOWN_PAYMENT,
        PAYMENT_OF_ANOTHER_TENANT;

        /// Whether it has to become a dead letter on this topic.
        boolean isBuriedOn(Topic<?> topic) {
            return switch (this) {
                case NOT_JSON, UNKNOWN_TYPE, UNKNOWN_VERSION, UNKNOWN_TENANT -> true;
                case UNKNOWN_PAYMENT, PAYMENT_OF_ANOTHER_TENANT ->
                        topic.equals(Topics.SAGA_REPLIES) || topic.equals(Topics.PAYMENT_EVENTS);
            };
        }

        /// Whether it is one on this topic: a cancellation may come before what it cancels.
        boolean isWrongOn(Topic<?> topic) {
            return switch (this) {
                case NOT_JSON, UNKNOWN_TYPE, UNKNOWN_VERSION, UNKNOWN_TENANT -> true;
                case UNKNOWN_PAYMENT, PAYMENT_OF_ANOTHER_TENANT ->
                        !topic.equals(Topics.SAGA_COMMANDS);
            };
        }
    }

    /// One of a kind for a topic.
    ///
    /// @param tenant who is registered and may claim things
    /// @param strangersPayment a payment of another tenant
    static Poison of(Kind kind, Topic<?> topic, String tenant, String strangersPayment) {
        String type = typeOn(topic).wireName();
        String id = "poison-%s-%s".formatted(kind.name().toLowerCase(Locale.ROOT), random());
        String sound = valueFor(random());
        return switch (kind) {
            case NOT_JSON -> new Poison(id, topic.name(), type, tenant, "this is { not JSON");
            case UNKNOWN_TYPE ->
                    new Poison(id, topic.name(), "io.paymentsengine.Guess.v1", tenant, sound);
            case UNKNOWN_VERSION ->
                    new Poison(id, topic.name(), type.replace(".v1", ".v99"), tenant, sound);
            case UNKNOWN_TENANT -> new Poison(id, topic.name(), type, UNKNOWN_TENANT, sound);
            case UNKNOWN_PAYMENT -> new Poison(id, topic.name(), type, tenant, sound);
            case PAYMENT_OF_ANOTHER_TENANT ->
                    new Poison(id, topic.name(), type, tenant, valueFor(strangersPayment));
        };
    }

    /// What its headers claim.
    Map<String, String> headers() {
        return Map.of(Headers.ID, id, Headers.TYPE, type, Headers.TENANT, tenant);
    }

    private static MessageType typeOn(Topic<?> topic) {
        return MessageType.all().stream()
                .filter(type -> topic.family().isAssignableFrom(type.form()))
                .filter(type -> BEGIN_NOTHING.contains(type.form()))
                .findFirst()
                .orElseThrow();
    }

    private static String valueFor(String payment) {
        return """
        {"paymentId": "%s", "debtor": "%s", "creditor": "%s", "reference": "poison",
         "amount": {"minorUnits": 100, "currency": "EUR"},
         "requestedAt": "2026-01-02T03:04:05.678Z", "at": "2026-01-02T03:04:05.678Z"}
        """
                .formatted(payment, random(), random());
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
