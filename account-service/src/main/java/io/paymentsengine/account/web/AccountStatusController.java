package io.paymentsengine.account.web;

import io.paymentsengine.account.application.ChangeAccount;
import io.paymentsengine.account.domain.Account;
import io.paymentsengine.account.domain.Account.StatusChange;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Freezes, unfreezes and closes accounts. Doing so twice is doing so once.
@RestController
@RequestMapping(AccountController.PATH + "/{id}")
class AccountStatusController {

    private final ChangeAccount changeAccount;

    AccountStatusController(ChangeAccount changeAccount) {
        this.changeAccount = changeAccount;
    }

    @PostMapping("/freeze")
    ResponseEntity<?> freeze(TenantId tenant, @PathVariable AccountId id) {
        return change(tenant, id, Account::freeze);
    }

    @PostMapping("/unfreeze")
    ResponseEntity<?> unfreeze(TenantId tenant, @PathVariable AccountId id) {
        return change(tenant, id, Account::unfreeze);
    }

    @PostMapping("/close")
    ResponseEntity<?> close(TenantId tenant, @PathVariable AccountId id) {
        return change(tenant, id, Account::close);
    }

    private ResponseEntity<?> change(
            TenantId tenant, AccountId id, Function<Account, StatusChange> move) {
        return switch (changeAccount.change(new AccountKey(tenant, id), move)) {
            case ChangeAccount.Outcome.Changed(Account account) ->
                    ResponseEntity.ok(AccountView.of(account));
            case ChangeAccount.Outcome.Refused(Refusal refusal) ->
                    AccountProblems.of(refusal).response();
            case ChangeAccount.Outcome.Unknown() -> AccountProblems.notFound().response();
        };
    }
}
