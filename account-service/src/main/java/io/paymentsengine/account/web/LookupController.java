package io.paymentsengine.account.web;

import io.paymentsengine.account.application.LookUpAccounts;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Finds out which of many references are customers' accounts of the tenant; the answer leaves out
/// the others.
@RestController
@RequestMapping(AccountController.PATH)
class LookupController {

    private final LookUpAccounts lookUpAccounts;

    LookupController(LookUpAccounts lookUpAccounts) {
        this.lookUpAccounts = lookUpAccounts;
    }

    @PostMapping("/lookup")
    List<LookupView> lookUp(TenantId tenant, @Valid @RequestBody LookupRequest body) {
        return TenantScope.ahead(tenant)
                .call(() -> lookUpAccounts.lookUp(tenant, body.accounts()))
                .stream()
                .map(LookupView::of)
                .toList();
    }

    /// Without this handler, `lookup` would be taken for the id of an account.
    @Hidden
    @GetMapping("/lookup")
    void refuse() throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException("GET", List.of("POST"));
    }
}
