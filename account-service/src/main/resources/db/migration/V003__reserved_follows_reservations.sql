-- What an account has reserved is the sum of what is held on it.
CREATE FUNCTION reserved_follows_new_reservations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
DECLARE
    accounts_named int;
    accounts_moved int;
BEGIN
    WITH held AS (
        SELECT tenant_id, account_id, currency, sum(amount)::bigint AS amount
        FROM added WHERE state = 'HELD' GROUP BY tenant_id, account_id, currency),
    moved AS (
        UPDATE account a SET reserved = a.reserved + held.amount FROM held
        WHERE a.tenant_id = held.tenant_id AND a.id = held.account_id AND a.currency = held.currency
        RETURNING 1)
    SELECT (SELECT count(*) FROM held), (SELECT count(*) FROM moved) INTO accounts_named, accounts_moved;
    IF accounts_moved <> accounts_named THEN
        RAISE EXCEPTION 'what is held is held on an account of its currency'
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER reserved_follows_new_reservations AFTER INSERT ON reservation
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION reserved_follows_new_reservations();

-- Only what is held moves on, and it stays what it is for.
CREATE FUNCTION reserved_follows_moved_reservations() RETURNS trigger
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
    WHERE a.tenant_id = freed.tenant_id AND a.id = freed.account_id;
    RETURN NULL;
END $$;

CREATE TRIGGER reserved_follows_moved_reservations AFTER UPDATE ON reservation
    REFERENCING OLD TABLE AS was NEW TABLE AS becomes
    FOR EACH STATEMENT EXECUTE FUNCTION reserved_follows_moved_reservations();
CREATE TRIGGER reservation_is_kept BEFORE DELETE OR TRUNCATE ON reservation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
