-- Two-factor authentication being turned on; the secret is encrypted, and gone once it is on.
CREATE TABLE pending_two_factor (
    user_id    uuid PRIMARY KEY,
    secret     bytea       NOT NULL,
    expires_at timestamptz NOT NULL,
    failures   integer     NOT NULL DEFAULT 0 CHECK (failures >= 0)
);

-- Accounts erased. The row tells nothing of who it was; it keeps late events from bringing anything back, and the
-- identity provider's part from being forgotten when it does not answer.
CREATE TABLE erasure (
    user_id            uuid PRIMARY KEY,
    receipt            uuid        NOT NULL UNIQUE,
    erased_at          timestamptz NOT NULL,
    identity_erased_at timestamptz
);

CREATE INDEX erasure_unfinished ON erasure (erased_at) WHERE identity_erased_at IS NULL;
