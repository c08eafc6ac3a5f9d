-- One saga per payment. A row is inserted once, moved a few times and then stands for ever; free space in
-- its page lets the moves stay in place, as long as no index sees them (heap-only tuples): the alarm is
-- left alone while the saga runs, so that only the start and the end touch the indexes below.
CREATE TABLE saga (
    tenant_id          text        NOT NULL,
    payment_id         uuid        NOT NULL,
    created_at         timestamptz NOT NULL,
    trace_parent       text,
    -- what is to be paid; not known of a payment that was cancelled before it was started
    debtor             text,
    creditor           text,
    amount             bigint      CHECK (amount > 0),
    currency           text        CHECK (currency ~ '^[A-Z]{3}$'),
    reference          text,
    requested_at       timestamptz,
    -- between which accounts, once validation has found them
    debtor_account     uuid,
    creditor_account   uuid,
    -- where it stands: running while there is no outcome, going back while it has an outcome and a step, else ended
    state              text        NOT NULL,
    step               text        CHECK (step IN ('VALIDATE', 'RESERVE', 'SETTLE')),
    outcome            text        CHECK (outcome IN ('COMPLETED', 'REJECTED', 'CANCELLED')),
    reason_code        text,
    reason_detail      text,
    repeats            int         NOT NULL CHECK (repeats >= 0),
    -- how long its journal is, and how much of it since the last move
    entries            int         NOT NULL CHECK (entries > 0),
    idle_entries       int         NOT NULL CHECK (idle_entries BETWEEN 0 AND entries),
    moved_at           timestamptz NOT NULL,
    ended_at           timestamptz,
    -- until when it waits; infinity is never
    step_deadline      timestamptz NOT NULL,
    saga_deadline      timestamptz NOT NULL,
    attention_deadline timestamptz NOT NULL,
    alarm              timestamptz NOT NULL,

    PRIMARY KEY (tenant_id, payment_id),
    CONSTRAINT state_says_where_it_stands CHECK (
        CASE state
            WHEN 'RUNNING'         THEN step IS NOT NULL AND outcome IS NULL
            WHEN 'COMPENSATING'    THEN step IS NOT NULL AND outcome IN ('REJECTED', 'CANCELLED')
            WHEN 'NEEDS_ATTENTION' THEN step IS NOT NULL AND outcome IS DISTINCT FROM 'COMPLETED'
            ELSE step IS NULL AND outcome IS NOT DISTINCT FROM state
        END),
    CONSTRAINT ended_without_a_step CHECK ((ended_at IS NULL) = (step IS NOT NULL)),
    CONSTRAINT rejected_for_a_reason CHECK (
        (outcome IS NOT DISTINCT FROM 'REJECTED') = (reason_code IS NOT NULL)
        AND (reason_code IS NULL) = (reason_detail IS NULL)),
    CONSTRAINT payment_known_or_cancelled CHECK (
        num_nulls(debtor, creditor, amount, currency, reference, requested_at) = 0
        OR (num_nonnulls(debtor, creditor, amount, currency, reference, requested_at) = 0
            AND outcome IS NOT DISTINCT FROM 'CANCELLED')),
    CONSTRAINT accounts_known_behind_validation CHECK (
        num_nulls(debtor_account, creditor_account) = 0
        OR (num_nulls(debtor_account, creditor_account) = 2
            AND step IS DISTINCT FROM 'RESERVE' AND step IS DISTINCT FROM 'SETTLE')),
    CONSTRAINT alarm_is_never_late CHECK (
        alarm <= least(step_deadline, saga_deadline, attention_deadline))
) WITH (fillfactor = 60);

-- What the clock looks at.
CREATE INDEX saga_by_alarm ON saga (alarm) WHERE ended_at IS NULL;

-- What operators look for. Nearly all sagas are completed, and then the primary key lists them as well.
CREATE INDEX saga_by_state ON saga (tenant_id, state, payment_id) WHERE state <> 'COMPLETED';

-- Each payment ends exactly once: the end that a saga has is the end that it keeps.
CREATE FUNCTION refuse_another_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payment % has ended %', OLD.payment_id, OLD.outcome
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER saga_ends_once BEFORE UPDATE ON saga FOR EACH ROW
    WHEN (OLD.ended_at IS NOT NULL
        AND (OLD.outcome, OLD.ended_at, OLD.reason_code, OLD.reason_detail)
            IS DISTINCT FROM (NEW.outcome, NEW.ended_at, NEW.reason_code, NEW.reason_detail))
    EXECUTE FUNCTION refuse_another_end();

-- What happened to each saga and what came of it. Never changed, never deleted.
CREATE TABLE journal (
    tenant_id  text        NOT NULL,
    payment_id uuid        NOT NULL,
    seq        int         NOT NULL CHECK (seq > 0),
    at         timestamptz NOT NULL,
    service    text        NOT NULL,
    step       text        NOT NULL,
    event      text        NOT NULL,
    detail     text        NOT NULL,
    -- the operator who stepped in, and why
    operator   text,
    why        text,

    PRIMARY KEY (tenant_id, payment_id, seq),
    CONSTRAINT who_and_why CHECK (num_nulls(operator, why) IN (0, 2))
);

ALTER TABLE saga ENABLE ROW LEVEL SECURITY;
ALTER TABLE saga FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON saga USING (
    tenant_id = (SELECT current_setting('payments.tenant', true))
    OR (SELECT current_setting('payments.tenant', true)) = '*');

ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON journal USING (
    tenant_id = (SELECT current_setting('payments.tenant', true))
    OR (SELECT current_setting('payments.tenant', true)) = '*');

GRANT SELECT, INSERT, UPDATE ON saga TO ${app};
GRANT SELECT, INSERT ON journal TO ${app};
