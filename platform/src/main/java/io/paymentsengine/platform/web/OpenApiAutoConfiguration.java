package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Currency;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/// Describes in every service's OpenAPI document what the platform does at the street door.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {

    /// What the gateway does to a request before any service receives it.
    private static final String GATEWAY =
            """
            Behind the gateway a bearer token names the tenant, and `x-tenant-id` is overwritten. \
            The gateway itself answers 401, 403, 429 (with Retry-After), 503 and 504, not as \
            problem documents.""";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        TenantId.class, IdempotencyKey.class, PreferredWait.class, PageQuery.class)
                .replaceWithSchema(PaymentId.class, ApiSchemas.id())
                .replaceWithSchema(AccountId.class, ApiSchemas.id())
                .replaceWithSchema(TenantId.class, ApiSchemas.tenant())
                .replaceWithSchema(AccountReference.class, ApiSchemas.accountReference())
                .replaceWithSchema(Currency.class, ApiSchemas.currency());
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title(service).version("v1").description(GATEWAY))
                .addServersItem(new Server().url("/"));
    }

    @Bean
    ApiModels apiModels() {
        return new ApiModels();
    }

    @Bean
    GlobalOpenApiCustomizer commonToAllDocuments() {
        return ApiDescription::complete;
    }

    @Bean
    GlobalOperationCustomizer doorOfEveryOperation() {
        return (operation, method) -> ApiDescription.describe(operation, method);
    }
}
