-- A client that was told that its wish to cancel is known can rely on it, whatever becomes of the message to
-- the saga: the wish is asked again until the payment ends. Of most payments there is none.
ALTER TABLE payment ADD COLUMN cancel_requested_at timestamptz;

GRANT UPDATE (cancel_requested_at) ON payment TO ${app};

CREATE FUNCTION refuse_to_change_a_wish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a wish to cancel payment % is kept, and none comes once it has ended', OLD.id
        USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER payment_wish_is_kept
    BEFORE UPDATE OF cancel_requested_at ON payment
    FOR EACH ROW WHEN (OLD.cancel_requested_at IS NOT NULL OR OLD.status <> 'ACCEPTED')
    EXECUTE FUNCTION refuse_to_change_a_wish();
