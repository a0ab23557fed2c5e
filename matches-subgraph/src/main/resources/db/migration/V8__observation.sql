-- When this service, its database and the way to it were healthy: a stretch per instance and interruption, whose end moves every
-- second. Only such time counts as a game server's silence.
CREATE TABLE observation (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    began_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    CONSTRAINT observation_ends_after_it_began CHECK (began_at <= ended_at)
) WITH (fillfactor = 50);

-- Aborted because its game server fell silent, and not by that server: a late result is accepted. It stays set when one was.
ALTER TABLE match ADD COLUMN fell_silent boolean NOT NULL DEFAULT false;
ALTER TABLE match ADD CONSTRAINT match_fell_silent_at_its_end
    CHECK (NOT fell_silent OR status IN ('ABORTED', 'COMPLETED', 'VOIDED')) NOT VALID;
