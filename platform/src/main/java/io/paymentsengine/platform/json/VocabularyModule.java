package io.paymentsengine.platform.json;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Maps the vocabulary to plain JSON strings and instants to RFC 3339, and accepts only text that
/// is safe to store.
final class VocabularyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    VocabularyModule() {
        super("payments-vocabulary");
        text(PaymentId.class, PaymentId::of);
        text(AccountId.class, AccountId::of);
        text(TenantId.class, TenantId::new);
        text(AccountReference.class, AccountReference::new);
        addSerializer(Instant.class, new InstantWriter());
        addDeserializer(Instant.class, new TextReader<>(Instant.class, Instants::parse));
        addDeserializer(String.class, new TextReader<>(String.class, PlainStrings::checked));
        addKeyDeserializer(String.class, new PlainKeyReader());
    }

    private <T> void text(Class<T> type, Function<String, T> reader) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new TextReader<>(type, reader));
    }
}
