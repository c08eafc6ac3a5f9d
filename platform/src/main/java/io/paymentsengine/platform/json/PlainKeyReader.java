package io.paymentsengine.platform.json;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/// Applies the check of [PlainStrings] to map keys, which are text too.
final class PlainKeyReader extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        try {
            return PlainStrings.checked(key);
        } catch (IllegalArgumentException refused) {
            throw context.instantiationException(String.class, refused);
        }
    }
}
