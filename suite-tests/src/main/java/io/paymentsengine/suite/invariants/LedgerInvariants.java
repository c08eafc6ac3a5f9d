package io.paymentsengine.suite.invariants;

import static io.paymentsengine.localstack.service.Service.ACCOUNT_SERVICE;

import java.util.List;

/// What account-service promises: money is conserved.
final class LedgerInvariants {

    static final List<Invariant> ALWAYS =
            List.of(
                    Invariant.of(
                            "the entries of a transfer sum to zero in each currency",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('transfer %s sums to %s %s', transfer_id, sum(amount),
                                          currency)
                            FROM entry GROUP BY transfer_id, currency HAVING sum(amount) <> 0
                            """),
                    Invariant.of(
                            "a transfer has entries",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('%s transfer %s has none', tenant_id, id)
                            FROM transfer t WHERE NOT EXISTS (
                                SELECT FROM entry e
                                WHERE e.tenant_id = t.tenant_id AND e.transfer_id = t.id)
                            """),
                    Invariant.of(
                            "a balance is the sum of its account's entries",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('%s account %s has %s, its entries sum to %s',
                                          a.tenant_id, a.id, a.balance, coalesce(e.total, 0))
                            FROM account a LEFT JOIN (
                                SELECT tenant_id, account_id, sum(amount) AS total
                                FROM entry GROUP BY tenant_id, account_id) e
                                ON (e.tenant_id, e.account_id) = (a.tenant_id, a.id)
                            WHERE a.balance <> coalesce(e.total, 0)
                            """),
                    Invariant.of(
                            "each entry tells the balance after it",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('%s account %s entry %s tells %s instead of %s',
                                          tenant_id, account_id, seq, balance_after, running)
                            FROM (SELECT *, sum(amount) OVER (
                                      PARTITION BY tenant_id, account_id ORDER BY seq) AS running
                                  FROM entry) e
                            WHERE balance_after <> running
                            """),
                    Invariant.of(
                            "no available balance is below its limit",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('%s account %s has %s less %s reserved, limit %s',
                                          tenant_id, id, balance, reserved, overdraft_limit)
                            FROM account
                            WHERE kind <> 'FUNDING' AND balance - reserved < -overdraft_limit
                            """),
                    Invariant.of(
                            "what is reserved on an account is what its payments hold",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('%s account %s has %s reserved, its payments hold %s',
                                          a.tenant_id, a.id, a.reserved, coalesce(r.total, 0))
                            FROM account a LEFT JOIN (
                                SELECT tenant_id, account_id, sum(amount) AS total
                                FROM reservation WHERE state = 'HELD'
                                GROUP BY tenant_id, account_id) r
                                ON (r.tenant_id, r.account_id) = (a.tenant_id, a.id)
                            WHERE a.reserved <> coalesce(r.total, 0)
                            """),
                    Invariant.of(
                            "money stays with its tenant",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('transfer %s moves money of %s', transfer_id,
                                          string_agg(DISTINCT tenant_id, ', '))
                            FROM entry GROUP BY transfer_id HAVING count(DISTINCT tenant_id) > 1
                            """),
                    Invariant.of(
                            "a deposit's key lets money in once",
                            ACCOUNT_SERVICE,
                            """
                            SELECT format('%s key %s let money in as %s', tenant_id, deposit_key,
                                          string_agg(id::text, ', '))
                            FROM transfer WHERE deposit_key IS NOT NULL
                            GROUP BY tenant_id, deposit_key HAVING count(*) > 1
                            """));

    private LedgerInvariants() {}
}
