-- What was committed and not yet acknowledged by the broker: one row for all messages of one transaction.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    messages   text        NOT NULL
);

-- How far this service has come on each partition, moved in the transaction of the effects: the fence
-- that lets only one consumer at a time write what a partition asks for.
CREATE TABLE consumed (
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    next_offset bigint NOT NULL CHECK (next_offset >= 0),
    PRIMARY KEY (topic, partition)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO ${app};
GRANT SELECT, INSERT, UPDATE ON consumed TO ${app};
