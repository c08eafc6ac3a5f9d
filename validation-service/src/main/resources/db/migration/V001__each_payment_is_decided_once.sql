-- The decision on a payment: one for each, never changed.
CREATE TABLE decision (
    tenant_id   text        NOT NULL,
    payment_id  uuid        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('APPROVED', 'DECLINED')),
    debtor_id   uuid,
    creditor_id uuid,
    -- every rule that fired, in order: [{"rule", "code", "detail"}]
    objections  jsonb,
    decided_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, payment_id),
    CONSTRAINT approved_between_two_accounts CHECK (
        outcome <> 'APPROVED'
        OR (debtor_id IS NOT NULL AND creditor_id IS NOT NULL AND debtor_id <> creditor_id
            AND objections IS NULL)),
    CONSTRAINT declined_for_a_reason CHECK (
        outcome <> 'DECLINED'
        OR (debtor_id IS NULL AND creditor_id IS NULL
            AND objections IS NOT NULL AND jsonb_path_exists(objections, '$[0].code')))
);

-- What tenants may pay, as changed at run time. The last row of a tenant counts; the rows before it
-- say what was true when.
CREATE TABLE limit_change (
    tenant_id                       text        NOT NULL,
    id                              bigint      GENERATED ALWAYS AS IDENTITY,
    -- minor units by ISO 4217 code
    largest_payment                 jsonb       NOT NULL,
    payments_per_minute_and_account int         NOT NULL CHECK (payments_per_minute_and_account > 0),
    payments_per_minute             int         NOT NULL CHECK (payments_per_minute > 0),
    changed_at                      timestamptz NOT NULL,
    operator                        text        NOT NULL CHECK (operator <> ''),
    why                             text        NOT NULL CHECK (why <> ''),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT largest_payments_are_positive CHECK (
        jsonb_typeof(largest_payment) = 'object'
        AND NOT jsonb_path_exists(largest_payment, '$.* ? (@.type() != "number" || @ <= 0)')
        AND NOT jsonb_path_exists(
                largest_payment, '$.keyvalue() ? (!(@.key like_regex "^[A-Z]{3}$"))'))
);

ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON decision USING (
    tenant_id = (SELECT current_setting('payments.tenant', true))
    OR (SELECT current_setting('payments.tenant', true)) = '*');

ALTER TABLE limit_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE limit_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON limit_change USING (
    tenant_id = (SELECT current_setting('payments.tenant', true))
    OR (SELECT current_setting('payments.tenant', true)) = '*');

-- Nothing of either is ever changed or deleted by the service.
GRANT SELECT, INSERT ON decision, limit_change TO ${app};
