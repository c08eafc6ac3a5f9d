-- A list of an account's payments with one status read all that the account has. Now each status of an account
-- is a range. A payment has one entry for its debtor while it runs and another once it has ended, as before;
-- only, the end is now in an index of its own, and what runs in one that stays small.
CREATE INDEX payment_completed_of_debtor ON payment (tenant_id, debtor, id)
    WHERE status = 'COMPLETED';
CREATE INDEX payment_completed_of_creditor ON payment (tenant_id, creditor, id)
    WHERE status = 'COMPLETED';
CREATE INDEX payment_other_of_debtor ON payment (tenant_id, debtor, status, id)
    WHERE status <> 'COMPLETED';
CREATE INDEX payment_other_of_creditor ON payment (tenant_id, creditor, status, id)
    WHERE status <> 'COMPLETED';

DROP INDEX payment_by_debtor, payment_by_creditor;
