package io.paymentsengine.platform.web;

import java.util.Arrays;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/// Converts the exact name of an enum constant. Spring's own converter takes empty text to mean no filter at
/// all, and a client that fills its filter from an empty variable would be answered with everything.
final class EnumNames implements ConverterFactory<String, Enum<?>> {

    @Override
    public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
        return name ->
                Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(TypeDescriptions.of(type)));
    }
}
