-- Accounts, reservations and the double-entry ledger. The rules of money hold here whatever a service does:
-- the application's role can write neither a balance nor what is reserved of it. Both follow from the entries
-- and reservations that it adds, by triggers that see a whole statement at once.

CREATE TABLE account (
    tenant_id       text        NOT NULL,
    id              uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('CUSTOMER', 'FUNDING')),
    currency        text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    name            text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 140),
    iban            text        CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    status          text        NOT NULL CHECK (status IN ('OPEN', 'FROZEN', 'CLOSED')),
    overdraft_limit bigint      NOT NULL CHECK (overdraft_limit BETWEEN 0 AND 1000000000000000000),
    balance         bigint      NOT NULL DEFAULT 0
                                CHECK (balance BETWEEN -1000000000000000000 AND 1000000000000000000),
    reserved        bigint      NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    entry_count     bigint      NOT NULL DEFAULT 0 CHECK (entry_count >= 0),
    last_entry_at   timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT account_never_below_its_limit CHECK (balance - reserved >= -overdraft_limit),
    CONSTRAINT account_closed_is_empty CHECK (status <> 'CLOSED' OR (balance = 0 AND reserved = 0))
) WITH (fillfactor = 80); -- room beside each row for its next version: no index has to change with a balance

CREATE UNIQUE INDEX account_has_its_iban_alone ON account (tenant_id, iban) WHERE iban IS NOT NULL;
CREATE UNIQUE INDEX account_funding_is_one ON account (tenant_id, currency) WHERE kind = 'FUNDING';
CREATE INDEX account_by_status ON account (tenant_id, status, id);
CREATE INDEX account_by_currency ON account (tenant_id, currency, id);

-- One for each payment, kept for ever: what comes again is answered from it. RELEASED without an amount means
-- that the payment was ended before it was reserved.
CREATE TABLE reservation (
    tenant_id     text        NOT NULL,
    payment_id    uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    amount        bigint      CHECK (amount > 0),
    currency      text        CHECK (currency ~ '^[A-Z]{3}$'),
    state         text        NOT NULL CHECK (state IN ('HELD', 'REFUSED', 'SETTLED', 'RELEASED')),
    creditor_id   uuid,
    reason_code   text,
    reason_detail text,
    created_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    PRIMARY KEY (tenant_id, payment_id),
    CHECK ((amount IS NULL) = (currency IS NULL)),
    CHECK ((reason_code IS NULL) = (reason_detail IS NULL)),
    CHECK ((ended_at IS NULL) = (state = 'HELD')),
    CHECK (CASE state
               WHEN 'REFUSED' THEN amount IS NOT NULL AND reason_code IS NOT NULL AND creditor_id IS NULL
               WHEN 'SETTLED' THEN amount IS NOT NULL AND reason_code IS NULL AND creditor_id IS NOT NULL
               -- a creditor and a reason together: the settlement that was refused
               WHEN 'HELD' THEN amount IS NOT NULL AND (reason_code IS NULL) = (creditor_id IS NULL)
               ELSE (reason_code IS NULL) = (creditor_id IS NULL)
           END)
) WITH (fillfactor = 80);

-- Money that moved, once. A payment's transfer has the payment's id.
CREATE TABLE transfer (
    tenant_id   text        NOT NULL,
    id          uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('PAYMENT', 'DEPOSIT')),
    payment_id  uuid        GENERATED ALWAYS AS (CASE kind WHEN 'PAYMENT' THEN id END) VIRTUAL,
    deposit_key text        CHECK (kind = 'DEPOSIT' OR deposit_key IS NULL),
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE UNIQUE INDEX transfer_deposits_once ON transfer (tenant_id, deposit_key) WHERE deposit_key IS NOT NULL;

-- What transfers mean for an account. The key is the order of time, which is also that of `seq`, so that one
-- index serves pages and the balance at any time. That `seq` has neither gaps nor doubles is a trigger's to see.
CREATE TABLE entry (
    tenant_id     text        NOT NULL,
    account_id    uuid        NOT NULL,
    at            timestamptz NOT NULL,
    seq           bigint      NOT NULL,
    id            uuid        NOT NULL,
    transfer_id   uuid        NOT NULL,
    amount        bigint      NOT NULL CHECK (amount <> 0),
    currency      text        NOT NULL,
    balance_after bigint      NOT NULL,
    PRIMARY KEY (tenant_id, account_id, at, seq)
);

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON account
    USING (tenant_id = (SELECT current_setting('payments.tenant', true))
           OR (SELECT current_setting('payments.tenant', true)) = '*');

ALTER TABLE reservation ENABLE ROW LEVEL SECURITY;
ALTER TABLE reservation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON reservation
    USING (tenant_id = (SELECT current_setting('payments.tenant', true))
           OR (SELECT current_setting('payments.tenant', true)) = '*');

ALTER TABLE transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON transfer
    USING (tenant_id = (SELECT current_setting('payments.tenant', true))
           OR (SELECT current_setting('payments.tenant', true)) = '*');

ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON entry
    USING (tenant_id = (SELECT current_setting('payments.tenant', true))
           OR (SELECT current_setting('payments.tenant', true)) = '*');

-- An account opens empty; of what exists only the status is the application's to change.
GRANT SELECT ON account, reservation, transfer, entry TO ${app};
GRANT INSERT (tenant_id, id, kind, currency, name, iban, status, overdraft_limit, last_entry_at, created_at),
      UPDATE (status) ON account TO ${app};
GRANT INSERT, UPDATE (state, creditor_id, reason_code, reason_detail, ended_at) ON reservation TO ${app};
GRANT INSERT ON transfer, entry TO ${app};
