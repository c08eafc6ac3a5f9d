-- A key is kept for as long as the service promises and as its payment has not ended, and then it is
-- forgotten. Nothing else of what was requested changes, and no key ever becomes another.

-- As before, but for the key: an ended payment may lose it.
DROP TRIGGER payment_ends_once ON payment;
CREATE TRIGGER payment_ends_once
    BEFORE UPDATE OF tenant_id, id, debtor, creditor, amount, currency, reference,
                     status, reason_code, reason_detail, ended_at ON payment
    FOR EACH ROW WHEN (OLD.status <> 'ACCEPTED') EXECUTE FUNCTION refuse_second_end();

CREATE FUNCTION refuse_to_lose_a_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the key of payment % is kept, or forgotten once it has ended', OLD.id
        USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER payment_key_is_only_forgotten
    BEFORE UPDATE OF idempotency_key ON payment
    FOR EACH ROW WHEN (NEW.idempotency_key IS NOT NULL OR OLD.status = 'ACCEPTED')
    EXECUTE FUNCTION refuse_to_lose_a_key();

GRANT UPDATE (idempotency_key) ON payment TO ${app};

-- What there is to forget, oldest first; a payment gets in when it ends and out when its key is forgotten.
CREATE INDEX payment_with_key ON payment (tenant_id, id)
    WHERE idempotency_key IS NOT NULL AND status <> 'ACCEPTED';
