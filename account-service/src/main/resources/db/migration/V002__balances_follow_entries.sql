-- What is booked stays as it is, for the owner of the tables too.
CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is in "%" is not rewritten', tg_table_name USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER transfer_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

-- A statement that adds entries adds all of their transfers', and each account goes on from its last entry.
-- Runs as the owner, who alone may write balances; the row-level security of whoever called still holds.
CREATE FUNCTION balances_follow_entries() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
    accounts_named int;
    accounts_moved int;
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY tenant_id, transfer_id, currency HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'the entries of a transfer come to zero' USING ERRCODE = 'check_violation';
    END IF;

    IF EXISTS (SELECT FROM added e LEFT JOIN transfer t
                   ON t.tenant_id = e.tenant_id AND t.id = e.transfer_id AND t.at = e.at
               WHERE t.id IS NULL) THEN
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
               (array_agg(balance_after ORDER BY seq DESC))[1] AS balance
        FROM added GROUP BY tenant_id, account_id, currency),
    moved AS (
        UPDATE account a
        SET balance = chain.balance, entry_count = chain.seq, last_entry_at = chain.last_at
        FROM chain
        WHERE a.tenant_id = chain.tenant_id AND a.id = chain.account_id AND a.currency = chain.currency
          AND a.entry_count = chain.seq_before AND a.balance = chain.balance - chain.amount
          AND a.last_entry_at <= chain.first_at
        RETURNING 1)
    SELECT (SELECT count(*) FROM chain), (SELECT count(*) FROM moved) INTO accounts_named, accounts_moved;
    IF accounts_moved <> accounts_named THEN
        RAISE EXCEPTION 'entries go on where their account is' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER balances_follow_entries AFTER INSERT ON entry
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION balances_follow_entries();
