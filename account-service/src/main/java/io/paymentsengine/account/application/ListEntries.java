package io.paymentsengine.account.application;

import io.paymentsengine.account.domain.AccountKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists what was booked on an account, page by page.
@Service
public class ListEntries {

    private final Accounts accounts;
    private final Statements statements;

    ListEntries(Accounts accounts, Statements statements) {
        this.accounts = accounts;
        this.statements = statements;
    }

    /// The lines, or empty if there is no such account.
    @Transactional(readOnly = true)
    public Optional<List<Statements.Line>> list(
            AccountKey account, Statements.Range range, int rows) {
        return accounts.find(account).map(found -> statements.read(found.key(), range, rows));
    }
}
