package io.paymentsengine.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// The only way in which the suite reads and writes JSON. Anything inexact is refused rather than
/// guessed: a duplicate key, a number where text is expected, text where a number is expected, a
/// fraction where an integer is expected, anything after the value. Unknown fields are ignored,
/// because a newer version may send them; absent values are not written. A record is written as its
/// components only; derived properties such as `isPositive` are left out.
public final class StrictJson {

    private StrictJson() {}

    /// A separate mapper with these settings, for code without an application context.
    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder().addModule(new VocabularyModule());
        configure(builder);
        return builder.build();
    }

    static void configure(JsonMapper.Builder builder) {
        builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Enum, StrictJson::onlyText)
                .changeDefaultPropertyInclusion(any -> any.withValueInclusion(Include.NON_ABSENT));
    }

    private static void onlyText(MutableCoercionConfig enums) {
        enums.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
}
