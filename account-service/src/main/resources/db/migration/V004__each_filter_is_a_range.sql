-- Of both filters together one was a range, and what the other did not want was read in vain. It costs where an
-- account is opened or its status changes, and nothing where money moves.
CREATE INDEX account_by_status_and_currency ON account (tenant_id, status, currency, id);
