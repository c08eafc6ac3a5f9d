package io.paymentsengine.account.storage;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/// The repository of accounts.
interface AccountRows extends Repository<AccountRow, AccountRowId> {

    Optional<AccountRow> findByKey(AccountRowId key);

    @Query(
            """
            SELECT account FROM AccountRow account
            WHERE account.key.tenantId = :tenant AND account.currency = :currency
              AND account.kind = FUNDING
            """)
    Optional<AccountRow> findFunding(String tenant, String currency);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT account FROM AccountRow account WHERE account.key = :key")
    Optional<AccountRow> lock(AccountRowId key);
}
