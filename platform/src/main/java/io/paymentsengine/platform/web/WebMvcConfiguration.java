package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.json.Instants;
import io.paymentsengine.platform.json.PlainStrings;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Configures what controllers accept: the platform's arguments, and the vocabulary in paths and queries,
/// as strictly as in JSON. All text is checked to be safe, wherever it comes in.
final class WebMvcConfiguration implements WebMvcConfigurer {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(RequestArguments.all());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new AcceptHeaderInterceptor())
                .addPathPatterns(AcceptHeaderInterceptor.PATHS);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, PaymentId.class, PaymentId::of);
        registry.addConverter(String.class, AccountId.class, AccountId::of);
        registry.addConverter(String.class, AccountReference.class, AccountReference::new);
        registry.addConverter(String.class, Currency.class, Money::currencyOf);
        registry.addConverter(String.class, Instant.class, Instants::parse);
        registry.addConverter(String.class, Integer.class, WebMvcConfiguration::integer);
        registry.addConverter(String.class, String.class, PlainStrings::checked);
        registry.addConverterFactory(new EnumNames());
    }

    /// Parses integers as JSON writes them (RFC 8259). Spring's own converter takes empty text to mean no
    /// value, and `0x1` to mean 1.
    private static Integer integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw new NumberFormatException("not a whole number");
        }
        return Integer.valueOf(text);
    }
}
