-- One row for each time that a message's handling was committed: more than one is a double effect.
CREATE TABLE deed (
    payment_id uuid NOT NULL,
    tenant_id  text NOT NULL
);
GRANT SELECT, INSERT ON deed TO ${app};
