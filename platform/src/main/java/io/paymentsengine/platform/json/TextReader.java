package io.paymentsengine.platform.json;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Reads a value from a JSON string and from nothing else. If the reader refuses the text, its
/// exception is kept as the cause, so that its message can be returned to the client.
final class TextReader<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> reader;

    TextReader(Class<T> type, Function<String, T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        try {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new IllegalArgumentException("must be a string");
            }
            return reader.apply(parser.getString());
        } catch (IllegalArgumentException refused) {
            throw context.instantiationException(handledType(), refused);
        }
    }
}
