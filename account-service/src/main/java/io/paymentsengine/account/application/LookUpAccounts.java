package io.paymentsengine.account.application;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds out which of many references are accounts of the tenant.
@Service
public class LookUpAccounts {

    private final Directory directory;

    LookUpAccounts(Directory directory) {
        this.directory = directory;
    }

    @Transactional(readOnly = true)
    public List<Directory.Listing> lookUp(
            TenantId tenant, Collection<AccountReference> references) {
        return directory.lookUp(tenant, references);
    }
}
