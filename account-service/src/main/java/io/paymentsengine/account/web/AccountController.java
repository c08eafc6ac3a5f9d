package io.paymentsengine.account.web;

import io.paymentsengine.account.application.Directory;
import io.paymentsengine.account.application.FindAccount;
import io.paymentsengine.account.application.ListAccounts;
import io.paymentsengine.account.application.OpenAccount;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.platform.web.Page;
import io.paymentsengine.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Opens, lists and shows accounts.
@RestController
@RequestMapping(AccountController.PATH)
class AccountController {

    static final String PATH = "/api/v1/accounts";

    private final OpenAccount openAccount;
    private final FindAccount findAccount;
    private final ListAccounts listAccounts;
    private final Clock clock;

    AccountController(
            OpenAccount openAccount,
            FindAccount findAccount,
            ListAccounts listAccounts,
            Clock clock) {
        this.openAccount = openAccount;
        this.findAccount = findAccount;
        this.listAccounts = listAccounts;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            description =
                    "Takes no Idempotency-Key: a client that repeats it opens another account")
    @ApiResponse(
            responseCode = "201",
            description = "Opened",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The address of the resource",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @ApiResponse(responseCode = "409", description = "The IBAN is taken")
    ResponseEntity<AccountView> open(TenantId tenant, @Valid @RequestBody AccountRequest body) {
        AccountKey key = new AccountKey(tenant, new AccountId(Ids.next()));
        return switch (openAccount.open(body.toAccount(key, clock.instant()))) {
            case OpenAccount.Outcome.Opened(Account account) ->
                    ResponseEntity.created(URI.create(PATH + "/" + account.key().id()))
                            .body(AccountView.of(account));
            case OpenAccount.Outcome.IbanTaken() -> throw AccountProblems.ibanTaken().exception();
        };
    }

    @GetMapping
    ResponseEntity<Page<AccountView>> list(
            TenantId tenant,
            PageQuery page,
            @RequestParam Optional<Account.Kind> kind,
            @RequestParam Optional<Account.Status> status,
            @RequestParam Optional<Currency> currency) {
        Directory.Filter filter =
                new Directory.Filter(kind.orElse(Account.Kind.CUSTOMER), status, currency);
        List<Account> rows =
                listAccounts.list(tenant, filter, page.after(AccountId::of), page.rows());
        return page.answer(rows, account -> account.key().id().toString(), AccountView::of);
    }

    @GetMapping("/{id}")
    AccountView find(TenantId tenant, @PathVariable AccountId id) {
        return findAccount
                .find(new AccountKey(tenant, id))
                .map(AccountView::of)
                .orElseThrow(() -> AccountProblems.notFound().exception());
    }
}
