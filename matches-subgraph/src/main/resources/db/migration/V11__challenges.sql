-- Which players block which, as the users subgraph publishes it.
CREATE TABLE player_block (
    blocker uuid NOT NULL,
    blocked uuid NOT NULL,
    PRIMARY KEY (blocker, blocked)
);

CREATE INDEX player_block_blocked ON player_block (blocked);

-- Challenges to a match. Those that ended are kept for a day.
CREATE TABLE challenge (
    id         uuid PRIMARY KEY,
    challenger uuid        NOT NULL REFERENCES player (user_id),
    challenged uuid        NOT NULL REFERENCES player (user_id),
    mode       text        NOT NULL CHECK (mode IN ('ONE_VS_ONE', 'TWO_VS_TWO')),
    status     text        NOT NULL CHECK (status IN ('PENDING', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    match_id   uuid REFERENCES match (id),
    CHECK (challenger <> challenged),
    CHECK ((status = 'ACCEPTED') = (match_id IS NOT NULL))
);

-- two players have at most one open challenge, whoever sent it
CREATE UNIQUE INDEX challenge_open ON challenge (least(challenger, challenged), greatest(challenger, challenged))
    WHERE status = 'PENDING';
CREATE INDEX challenge_sent ON challenge (challenger, created_at);
CREATE INDEX challenge_received ON challenge (challenged, created_at);
CREATE INDEX challenge_due ON challenge (expires_at) WHERE status = 'PENDING';
CREATE INDEX challenge_ended ON challenge (changed_at) WHERE status <> 'PENDING';
