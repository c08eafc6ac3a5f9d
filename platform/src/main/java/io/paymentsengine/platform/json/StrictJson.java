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

/// The one way in which the suite reads and writes JSON. What is not said exactly is refused rather
/// than guessed: a key given twice, a number where text is due, text where a number is due, a
/// fraction for an integer, anything behind the value. Unknown fields are ignored, because a newer
/// version may send them; absent values are not written. A record is its components: questions that
/// it answers, such as `isPositive`, are no part of it.
public final class StrictJson {

    private StrictJson() {}

    /// A mapper of its own with these settings, for where there is no application context.
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
