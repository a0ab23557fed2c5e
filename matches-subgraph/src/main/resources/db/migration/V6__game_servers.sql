-- Game servers that registered. The id is that of their client at Keycloak.
CREATE TABLE game_server (
    id             text PRIMARY KEY,
    url            text NOT NULL,
    region         text NOT NULL,
    capacity       integer NOT NULL CHECK (capacity > 0),
    version        text NOT NULL,
    registered_at  timestamptz NOT NULL,
    last_signal_at timestamptz NOT NULL,
    leaving        boolean NOT NULL DEFAULT false, -- the server wants no more matches
    withheld       boolean NOT NULL DEFAULT false  -- an operator wants it to get no more
);

ALTER TABLE match
    ADD server_id text,  -- null while a match waits for a server; not a reference, because servers are forgotten
    ADD region text,
    ADD frozen_at timestamptz;

-- Until now all game servers shared one client.
UPDATE match SET server_id = 'game-server' WHERE status IN ('CREATED', 'READY', 'LIVE');

ALTER TABLE match
    ADD CONSTRAINT match_played_on_a_server CHECK (status NOT IN ('READY', 'LIVE') OR server_id IS NOT NULL),
    ADD CONSTRAINT match_frozen_while_live CHECK (frozen_at IS NULL OR status = 'LIVE');

CREATE INDEX match_hosted ON match (server_id, id) WHERE status IN ('CREATED', 'READY', 'LIVE');
