package io.paymentsengine.platform.web;

import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/// OpenAPI schemas of the vocabulary. The patterns are as exact as patterns can be: what matches is
/// accepted, and what doesn't is refused.
final class ApiSchemas {

    /// Currencies and IBANs are finite sets that a pattern can only approximate. Their formats name
    /// them.
    static final String CURRENCY_FORMAT = "iso-4217";

    static final String CURRENCY = "^[A-Z]{3}$";
    static final String DECIMAL = "^-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,4})?$";
    static final String POSITIVE_DECIMAL =
            "^([1-9][0-9]{0,18}(\\.[0-9]{1,4})?"
                    + "|0\\.([1-9][0-9]{0,3}|0[1-9][0-9]{0,2}|00[1-9][0-9]?|000[1-9]))$";

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /// The bare form, or the quoted form of RFC 8941.
    private static final String IDEMPOTENCY_KEY =
            "^([!#-~][!-~]{0,254}|\"([!#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\")$";

    /// Characters that a terminal or a log interprets as more than text.
    private static final String CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029";

    private static final String BLANKS =
            "\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000";

    private ApiSchemas() {}

    static Schema<?> id() {
        return new StringSchema().format("uuid").pattern("^" + ID.replace("a-f", "a-fA-F") + "$");
    }

    static Schema<?> tenant() {
        return new StringSchema().pattern("^[A-Z]{3}-[0-9]{3}$").example("STD-001");
    }

    static Schema<?> accountReference() {
        return new StringSchema()
                .description("An account's id, or its IBAN")
                .pattern("^(" + ID + "|[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30})$");
    }

    static Schema<?> currency() {
        return new StringSchema().format(CURRENCY_FORMAT).pattern(CURRENCY).example("EUR");
    }

    /// An [Amount] greater than zero.
    static Schema<?> positiveAmount() {
        ObjectSchema amount = new ObjectSchema();
        amount.addProperty(
                "value",
                new StringSchema()
                        .description("No more fraction digits than the currency has")
                        .pattern(POSITIVE_DECIMAL)
                        .example("125.50"));
        amount.addProperty("currency", currency());
        amount.setRequired(List.of("value", "currency"));
        return amount;
    }

    static Schema<?> idempotencyKey() {
        return new StringSchema().pattern(IDEMPOTENCY_KEY);
    }

    static Schema<?> cursor() {
        return new StringSchema().format("cursor").pattern("^[A-Za-z0-9_-]{23,1024}$");
    }

    /// Text of limited length. If a minimum is set, at least one character must not be blank.
    static void describe(Schema<?> text, PlainText limits) {
        text.minLength(limits.min()).maxLength(limits.max());
        String any = "[^" + CONTROLS + "]*";
        String visible = limits.min() == 0 ? "" : "[^" + CONTROLS + BLANKS + "]" + any;
        text.pattern("^" + any + visible + "$");
    }
}
