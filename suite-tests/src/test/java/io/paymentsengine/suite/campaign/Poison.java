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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A message that cannot or must not be handled.
///
/// @param id its CloudEvents id, which its dead letter keeps
/// @param type the type it claims to have
/// @param payment the payment it claims to be about
record Poison(
        String id,
        Kind kind,
        Topic<?> topic,
        String type,
        String tenant,
        String payment,
        String value) {

    private static final String STRANGER = "ZZZ-999";

    /// The reason for setting aside a message about a payment that its tenant does not have.
    private static final String UNKNOWN_PAYMENT_REASON = "unknown-payment";

    /// Accounts that do not exist. All poison names the same ones, so that two messages about one payment do
    /// not contradict each other.
    private static final String DEBTOR = "6b0d2f5e-0f0a-4c53-9f0e-0c8a4b1d7e01";

    private static final String CREDITOR = "6b0d2f5e-0f0a-4c53-9f0e-0c8a4b1d7e02";

    /// One type for each topic that starts no payment if it is believed.
    private static final Set<Class<? extends Message>> BEGIN_NOTHING =
            Set.of(
                    SagaCommand.CancelPayment.class,
                    SagaReply.PaymentSettled.class,
                    ValidationCommand.ValidatePayment.class,
                    AccountCommand.SettlePayment.class,
                    PaymentEvent.PaymentCompleted.class);

    /// What is wrong with the message.
    enum Kind {
        NOT_JSON,
        UNKNOWN_TYPE,
        UNKNOWN_VERSION,
        UNKNOWN_TENANT,
        UNKNOWN_PAYMENT,
        PAYMENT_OF_ANOTHER_TENANT;

        /// The reason of its dead letter on this topic; empty if the message is believed there.
        Optional<String> reasonOn(Topic<?> topic) {
            return switch (this) {
                case NOT_JSON -> Optional.of("malformed-value");
                case UNKNOWN_TYPE, UNKNOWN_VERSION -> Optional.of("unknown-type");
                case UNKNOWN_TENANT -> Optional.of("unknown-tenant");
                case UNKNOWN_PAYMENT, PAYMENT_OF_ANOTHER_TENANT ->
                        Optional.of(UNKNOWN_PAYMENT_REASON)
                                .filter(
                                        _ ->
                                                topic.equals(Topics.SAGA_REPLIES)
                                                        || topic.equals(Topics.PAYMENT_EVENTS));
            };
        }

        /// Whether this is an error on this topic: a cancellation may arrive before what it cancels.
        boolean isWrongOn(Topic<?> topic) {
            return switch (this) {
                case NOT_JSON, UNKNOWN_TYPE, UNKNOWN_VERSION, UNKNOWN_TENANT -> true;
                case UNKNOWN_PAYMENT, PAYMENT_OF_ANOTHER_TENANT ->
                        !topic.equals(Topics.SAGA_COMMANDS);
            };
        }
    }

    /// Creates poison of a kind for a topic.
    ///
    /// @param tenant a registered tenant, for the kinds that name one
    /// @param strangersPayment a payment of another tenant
    static Poison of(Kind kind, Topic<?> topic, String tenant, String strangersPayment) {
        String id = "poison-%s-%s".formatted(kind.name().toLowerCase(Locale.ROOT), random());
        String payment = kind == Kind.PAYMENT_OF_ANOTHER_TENANT ? strangersPayment : random();
        return new Poison(
                id,
                kind,
                topic,
                typeFor(kind, topic),
                kind == Kind.UNKNOWN_TENANT ? STRANGER : tenant,
                payment,
                kind == Kind.NOT_JSON ? "this is { not JSON" : valueFor(payment));
    }

    /// Whether it must become a dead letter.
    boolean isToBeBuried() {
        return kind.reasonOn(topic).isPresent();
    }

    /// Whether this is its dead letter, with the expected reason.
    boolean isBuriedIn(DeadLetter letter) {
        return letter.topic().equals(topic.name())
                && letter.id().equals(id)
                && kind.reasonOn(topic).filter(letter.reason()::equals).isPresent();
    }

    /// Whether this dead letter was caused by it. A message that is believed gets a reply, and the reply
    /// becomes a dead letter because no saga expects it.
    boolean explains(DeadLetter letter) {
        return isBuriedIn(letter) || isAnsweredIn(letter);
    }

    private boolean isAnsweredIn(DeadLetter letter) {
        return !isToBeBuried()
                && letter.topic().equals(Topics.SAGA_REPLIES.name())
                && letter.reason().equals(UNKNOWN_PAYMENT_REASON)
                && letter.tenant().equals(tenant)
                && letter.key().equals(payment);
    }

    /// The headers that it is sent with.
    Map<String, String> headers() {
        return Map.of(Headers.ID, id, Headers.TYPE, type, Headers.TENANT, tenant);
    }

    private static String typeFor(Kind kind, Topic<?> topic) {
        String sound =
                MessageType.all().stream()
                        .filter(type -> topic.family().isAssignableFrom(type.form()))
                        .filter(type -> BEGIN_NOTHING.contains(type.form()))
                        .findFirst()
                        .orElseThrow()
                        .wireName();
        return switch (kind) {
            case UNKNOWN_TYPE -> "io.paymentsengine.Guess.v1";
            case UNKNOWN_VERSION -> sound.replace(".v1", ".v99");
            case NOT_JSON, UNKNOWN_TENANT, UNKNOWN_PAYMENT, PAYMENT_OF_ANOTHER_TENANT -> sound;
        };
    }

    private static String valueFor(String payment) {
        return """
        {"paymentId": "%s", "debtor": "%s", "creditor": "%s", "reference": "poison",
         "amount": {"minorUnits": 100, "currency": "EUR"},
         "requestedAt": "2026-01-02T03:04:05.678Z", "at": "2026-01-02T03:04:05.678Z"}
        """
                .formatted(payment, DEBTOR, CREDITOR);
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
