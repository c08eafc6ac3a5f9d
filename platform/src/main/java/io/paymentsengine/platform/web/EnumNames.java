package io.paymentsengine.platform.web;

import java.util.Arrays;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/// Reads the name of an enum's constant, exactly. Spring's own takes nothing for no filter at all, and a client
/// that fills its filter from an empty variable would be answered with everything.
final class EnumNames implements ConverterFactory<String, Enum<?>> {

    @Override
    public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
        return name ->
                Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(Expected.of(type)));
    }
}
