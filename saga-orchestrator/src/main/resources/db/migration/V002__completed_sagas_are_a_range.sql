-- A list of completed sagas read the primary key and with it whatever was undone between them. Now it is a range
-- of its own, however long a tenant's payments were rejected. The entry is made once, when a saga ends.
CREATE INDEX saga_completed ON saga (tenant_id, payment_id) WHERE state = 'COMPLETED';
