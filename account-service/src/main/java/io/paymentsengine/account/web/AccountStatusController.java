package io.paymentsengine.account.web;

import io.paymentsengine.account.application.ChangeAccount;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.Account.StatusChange;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Function;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Freezes, unfreezes and closes accounts. Each operation is idempotent.
@RestController
@RequestMapping(AccountController.PATH + "/{id}")
@ApiResponse(responseCode = "200", description = "Done", useReturnTypeSchema = true)
@ApiResponse(responseCode = "409", description = "The account's state does not allow it")
class AccountStatusController {

    private final ChangeAccount changeAccount;

    AccountStatusController(ChangeAccount changeAccount) {
        this.changeAccount = changeAccount;
    }

    @PostMapping("/freeze")
    AccountView freeze(TenantId tenant, @PathVariable AccountId id) {
        return change(tenant, id, Account::freeze);
    }

    @PostMapping("/unfreeze")
    AccountView unfreeze(TenantId tenant, @PathVariable AccountId id) {
        return change(tenant, id, Account::unfreeze);
    }

    @PostMapping("/close")
    AccountView close(TenantId tenant, @PathVariable AccountId id) {
        return change(tenant, id, Account::close);
    }

    private AccountView change(
            TenantId tenant, AccountId id, Function<Account, StatusChange> move) {
        return switch (changeAccount.change(new AccountKey(tenant, id), move)) {
            case ChangeAccount.Outcome.Changed(Account account) -> AccountView.of(account);
            case ChangeAccount.Outcome.Refused(Refusal refusal) ->
                    throw AccountProblems.of(refusal).exception();
            case ChangeAccount.Outcome.Unknown() -> throw AccountProblems.notFound().exception();
        };
    }
}
