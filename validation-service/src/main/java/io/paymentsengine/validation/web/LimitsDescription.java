package io.paymentsengine.validation.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/// Describes in OpenAPI the keys and values of the limits, which no annotation can express.
@Component
class LimitsDescription implements GlobalOpenApiCustomizer {

    private static final String POSITIVE =
            "^([1-9][0-9]{0,18}(\\.[0-9]{1,4})?"
                    + "|0\\.([1-9][0-9]{0,3}|0[1-9][0-9]{0,2}|00[1-9][0-9]?|000[1-9]))$";

    @Override
    public void customise(OpenAPI api) {
        Schema<?> request = requireNonNull(api.getComponents().getSchemas().get("LimitsRequest"));
        Schema<?> largest = requireNonNull(request.getProperties().get("largestPayment"));
        largest.maxProperties(LimitsRequest.CURRENCIES_MAX);
        largest.setPropertyNames(
                new StringSchema().format("iso-4217").pattern("^[A-Z]{3}$").example("EUR"));
        largest.setAdditionalProperties(new StringSchema().pattern(POSITIVE).example("10000.00"));
    }
}
