package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.DebtorAccounts;
import io.paymentsengine.payment.application.DebtorAccounts.Accounts;
import io.paymentsengine.payment.application.DebtorAccounts.DebtorAccount;
import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.InputError;
import io.paymentsengine.platform.web.Page;
import io.paymentsengine.platform.web.PageQuery;
import io.paymentsengine.platform.web.Problem;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The accounts that a tenant may pay from. account-service does the paging, and its cursor marks the end of a
/// page.
@RestController
@RequestMapping(Responses.PAYMENTS + "/debtor-accounts")
class DebtorAccountController {

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
    @ApiResponse(responseCode = "200", description = "A page", useReturnTypeSchema = true)
    ResponseEntity<Page<DebtorAccountView>> list(TenantId tenant, PageQuery page) {
        Accounts found =
                accounts.list(tenant, page.limit(), page.after(position -> position))
                        .orElseThrow(DebtorAccountController::foreignCursor);
        return page.answer(
                found.accounts().stream().map(DebtorAccountView::of).toList(), found.next());
    }

    private static RuntimeException foreignCursor() {
        return Problem.invalid(
                        InputError.parameter(
                                "cursor", "must be the cursor of the page before, unchanged"))
                .exception();
    }
}
