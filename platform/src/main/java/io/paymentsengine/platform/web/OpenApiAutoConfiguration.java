package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// Describes in every service's OpenAPI document what the platform does at its door.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        TenantId.class, IdempotencyKey.class, PreferredWait.class, PageQuery.class)
                .replaceWithSchema(PaymentId.class, new StringSchema().format("uuid"))
                .replaceWithSchema(AccountId.class, new StringSchema().format("uuid"))
                .replaceWithSchema(TenantId.class, new StringSchema().example("STD-001"))
                .replaceWithSchema(
                        AccountReference.class,
                        new StringSchema().description("An account's id, or its IBAN"));
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title(service).version("v1"))
                .addServersItem(new Server().url("/"));
    }

    @Bean
    GlobalOpenApiCustomizer problemComponents() {
        return ApiDescription::addProblemTo;
    }

    @Bean
    GlobalOperationCustomizer doorOfEveryOperation() {
        return (operation, method) -> ApiDescription.describe(operation, method);
    }
}
