package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.Account;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists a tenant's accounts page by page.
@Service
public class ListAccounts {

    private final Directory directory;

    ListAccounts(Directory directory) {
        this.directory = directory;
    }

    @Transactional(readOnly = true)
    public List<Account> list(
            TenantId tenant, Directory.Filter filter, Optional<AccountId> after, int rows) {
        return directory.list(tenant, filter, after, rows);
    }
}
