-- As before, and a transfer has its entries from one statement. Those that it had before have its time, so they can
-- only be among the last ones of an account, and only of one that has some of that time: there alone it is looked.
CREATE OR REPLACE FUNCTION balances_follow_entries() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
    accounts_named int;
    accounts_moved int;
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY tenant_id, transfer_id, currency HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'the entries of a transfer come to zero' USING ERRCODE = 'check_violation';
    END IF;

    IF EXISTS (SELECT FROM added e
               WHERE NOT EXISTS (SELECT FROM transfer t
                                 WHERE t.tenant_id = e.tenant_id AND t.id = e.transfer_id AND t.at = e.at
                                 OFFSET 0)) THEN
        RAISE EXCEPTION 'an entry belongs to a transfer of its time' USING ERRCODE = 'foreign_key_violation';
    END IF;

    IF EXISTS (SELECT FROM (SELECT seq - lag(seq) OVER chain AS step,
                                   balance_after - amount - lag(balance_after) OVER chain AS jump,
                                   at < lag(at) OVER chain AS went_back
                            FROM added
                            WINDOW chain AS (PARTITION BY tenant_id, account_id ORDER BY seq)) AS link
               WHERE step <> 1 OR jump <> 0 OR went_back) THEN
        RAISE EXCEPTION 'each entry continues the one before' USING ERRCODE = 'check_violation';
    END IF;

    WITH chain AS (
        SELECT tenant_id, account_id, currency, min(seq) - 1 AS seq_before, max(seq) AS seq,
               min(at) AS first_at, max(at) AS last_at, sum(amount)::bigint AS amount,
               (array_agg(balance_after ORDER BY seq DESC))[1] AS balance, array_agg(transfer_id) AS transfers
        FROM added GROUP BY tenant_id, account_id, currency),
    moved AS (
        UPDATE account a
        SET balance = chain.balance, entry_count = chain.seq, last_entry_at = chain.last_at
        FROM chain CROSS JOIN LATERAL (
            SELECT ctid AS place FROM account
            WHERE tenant_id = chain.tenant_id AND id = chain.account_id FOR UPDATE) AS held
        WHERE a.ctid = held.place AND a.currency = chain.currency
          AND a.entry_count = chain.seq_before AND a.balance = chain.balance - chain.amount
          AND (a.last_entry_at < chain.first_at
               OR a.last_entry_at = chain.first_at
                  AND NOT EXISTS (SELECT FROM entry e
                                  WHERE e.tenant_id = chain.tenant_id AND e.account_id = chain.account_id
                                    AND e.at = chain.first_at AND e.seq <= chain.seq_before
                                    AND e.transfer_id = ANY (chain.transfers)
                                  OFFSET 0))
        RETURNING 1)
    SELECT (SELECT count(*) FROM chain), (SELECT count(*) FROM moved) INTO accounts_named, accounts_moved;
    IF accounts_moved <> accounts_named THEN
        RAISE EXCEPTION 'entries go on where their account is, and a transfer is booked once'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
