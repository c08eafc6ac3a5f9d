-- As before, but each account is looked up.
CREATE OR REPLACE FUNCTION reserved_follows_new_reservations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
    accounts_named int;
    accounts_moved int;
BEGIN
    WITH held AS (
        SELECT tenant_id, account_id, currency, sum(amount)::bigint AS amount
        FROM added WHERE state = 'HELD' GROUP BY tenant_id, account_id, currency),
    moved AS (
        UPDATE account a SET reserved = a.reserved + held.amount
        FROM held CROSS JOIN LATERAL (
            SELECT ctid AS place FROM account
            WHERE tenant_id = held.tenant_id AND id = held.account_id FOR UPDATE) AS named
        WHERE a.ctid = named.place AND a.currency = held.currency
        RETURNING 1)
    SELECT (SELECT count(*) FROM held), (SELECT count(*) FROM moved) INTO accounts_named, accounts_moved;
    IF accounts_moved <> accounts_named THEN
        RAISE EXCEPTION 'what is held is held on an account of its currency'
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION reserved_follows_moved_reservations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM was LEFT JOIN becomes USING (tenant_id, payment_id, account_id)
               WHERE was.state <> 'HELD'
                  OR (becomes.amount, becomes.currency) IS DISTINCT FROM (was.amount, was.currency)) THEN
        RAISE EXCEPTION 'only a held reservation moves on, and it stays what it is for'
            USING ERRCODE = 'check_violation';
    END IF;

    UPDATE account a SET reserved = a.reserved - freed.amount
    FROM (SELECT tenant_id, account_id, sum(amount)::bigint AS amount
          FROM becomes WHERE state <> 'HELD' GROUP BY tenant_id, account_id) AS freed
    CROSS JOIN LATERAL (
        SELECT ctid AS place FROM account
        WHERE tenant_id = freed.tenant_id AND id = freed.account_id FOR UPDATE) AS named
    WHERE a.ctid = named.place;
    RETURN NULL;
END $$;
