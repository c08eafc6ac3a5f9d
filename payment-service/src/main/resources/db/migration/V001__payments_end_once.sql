-- Payments as their clients see them. The id is a UUIDv7: its order is the order of acceptance, and it
-- carries the time of it, so that lists by time are ranges of the primary key.
CREATE TABLE payment (
    tenant_id       text        NOT NULL CHECK (tenant_id ~ '^[A-Z]{3}-[0-9]{3}$'),
    id              uuid        NOT NULL CHECK (uuid_extract_version(id) = 7),
    debtor          text        NOT NULL,
    creditor        text        NOT NULL CHECK (creditor <> debtor),
    amount          bigint      NOT NULL CHECK (amount > 0),
    currency        text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    reference       text        NOT NULL CHECK (char_length(reference) <= 140),
    idempotency_key text        CHECK (char_length(idempotency_key) BETWEEN 1 AND 255),
    status          text        NOT NULL DEFAULT 'ACCEPTED'
                                CHECK (status IN ('ACCEPTED', 'COMPLETED', 'REJECTED', 'CANCELLED')),
    reason_code     text,
    reason_detail   text,
    ended_at        timestamptz,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT ended_has_a_time CHECK ((status = 'ACCEPTED') = (ended_at IS NULL)),
    CONSTRAINT rejected_has_a_reason CHECK (
        (status = 'REJECTED') = (reason_code IS NOT NULL)
        AND (reason_code IS NULL) = (reason_detail IS NULL))
);

-- A key makes one payment, whichever replica sees it first.
CREATE UNIQUE INDEX payment_by_key ON payment (tenant_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;

-- Each filter of the list is a range of one of these, in the order of the list.
CREATE INDEX payment_by_status ON payment (tenant_id, status, id);
CREATE INDEX payment_by_debtor ON payment (tenant_id, debtor, id);
CREATE INDEX payment_by_creditor ON payment (tenant_id, creditor, id);

ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON payment USING (
    tenant_id = (SELECT current_setting('payments.tenant', true))
    OR (SELECT current_setting('payments.tenant', true)) = '*');

-- What was requested never changes, and an end is for ever.
GRANT SELECT, INSERT ON payment TO ${app};
GRANT UPDATE (status, reason_code, reason_detail, ended_at) ON payment TO ${app};

CREATE FUNCTION refuse_second_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payment % has ended', OLD.id USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER payment_ends_once BEFORE UPDATE ON payment
    FOR EACH ROW WHEN (OLD.status <> 'ACCEPTED') EXECUTE FUNCTION refuse_second_end();
