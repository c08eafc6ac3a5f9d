package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.DebtorAccounts;
import io.paymentsengine.payment.application.DebtorAccounts.Accounts;
import io.paymentsengine.payment.application.DebtorAccounts.DebtorAccount;
import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.InputError;
import io.paymentsengine.platform.web.Page;
import io.paymentsengine.platform.web.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// The accounts that a tenant may pay from. Pages are account-service's: so is their cursor.
@RestController
@RequestMapping(Answers.PAYMENTS + "/debtor-accounts")
class DebtorAccountController {

    private static final int LIMIT_MAX = 200;
    private static final String CURSOR = "^[A-Za-z0-9_-]{23,1024}$";

    private final DebtorAccounts accounts;

    DebtorAccountController(DebtorAccounts accounts) {
        this.accounts = accounts;
    }

    /// An account that can be paid from.
    record DebtorAccountView(AccountId id, String name, Amount available) {

        static DebtorAccountView of(DebtorAccount account) {
            return new DebtorAccountView(
                    account.id(), account.name(), Amount.of(account.available()));
        }
    }

    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = HttpHeaders.LINK,
                            description = "The next page, where there is one (RFC 8288)",
                            schema = @Schema(type = "string")))
    ResponseEntity<Page<DebtorAccountView>> list(
            TenantId tenant,
            @RequestParam(defaultValue = "50") @Min(1) @Max(LIMIT_MAX) int limit,
            @Parameter(schema = @Schema(type = "string", format = "cursor", pattern = CURSOR))
                    @RequestParam
                    Optional<String> cursor) {
        Accounts found =
                accounts.list(tenant, limit, cursor)
                        .orElseThrow(DebtorAccountController::foreignCursor);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        found.next().ifPresent(next -> answer.header(HttpHeaders.LINK, link(limit, next)));
        return answer.body(
                new Page<>(
                        found.accounts().stream().map(DebtorAccountView::of).toList(),
                        found.next().orElse(null)));
    }

    private static String link(int limit, String next) {
        return UriComponentsBuilder.fromPath(Answers.PAYMENTS + "/debtor-accounts")
                .queryParam("limit", limit)
                .queryParam("cursor", "{next}")
                .encode()
                .buildAndExpand(next)
                .toUriString()
                .transform("<%s>; rel=\"next\""::formatted);
    }

    private static RuntimeException foreignCursor() {
        return Problem.invalid(
                        InputError.parameter(
                                "cursor", "must be the cursor of the page before, unchanged"))
                .exception();
    }
}
