-- Tournaments. Those that never started are deleted after a while.
CREATE TABLE tournament (
    id          uuid PRIMARY KEY, -- ids sort by creation
    organizer   uuid        NOT NULL REFERENCES player (user_id),
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    format      text        NOT NULL CHECK (format IN ('SINGLE_ELIMINATION', 'ROUND_ROBIN')),
    access      text        NOT NULL CHECK (access IN ('OPEN', 'INVITATION')),
    max_players smallint    NOT NULL CHECK (max_players BETWEEN 3 AND 64),
    status      text        NOT NULL CHECK (status IN ('OPEN', 'RUNNING', 'FINISHED', 'CANCELLED', 'EXPIRED')),
    created_at  timestamptz NOT NULL,
    starts_at   timestamptz,          -- when it starts by itself
    due_at      timestamptz NOT NULL, -- when it starts or expires, if it is still open
    started_at  timestamptz,
    ended_at    timestamptz,
    version     bigint      NOT NULL,
    CHECK ((status IN ('RUNNING', 'FINISHED')) <= (started_at IS NOT NULL)),
    CHECK ((status IN ('OPEN', 'RUNNING')) = (ended_at IS NULL))
);
-- a repeated request creates nothing
CREATE UNIQUE INDEX tournament_open_name ON tournament (organizer, lower(name)) WHERE status = 'OPEN';
CREATE INDEX tournament_organizer ON tournament (organizer, created_at);
CREATE INDEX tournament_due ON tournament (due_at) WHERE status = 'OPEN';
CREATE INDEX tournament_status ON tournament (status, id DESC);
CREATE INDEX tournament_never_started ON tournament (ended_at) WHERE status IN ('CANCELLED', 'EXPIRED');

-- Who is invited, has declined, takes part, or has left after the start.
CREATE TABLE tournament_entrant (
    tournament_id uuid        NOT NULL REFERENCES tournament (id) ON DELETE CASCADE,
    user_id       uuid        NOT NULL REFERENCES player (user_id),
    status        text        NOT NULL CHECK (status IN ('INVITED', 'DECLINED', 'JOINED', 'WITHDRAWN')),
    since         timestamptz NOT NULL,
    open          boolean     NOT NULL, -- whether the tournament has not ended
    seed          smallint CHECK (seed BETWEEN 1 AND 64),
    standing      smallint CHECK (standing BETWEEN 1 AND 64),
    PRIMARY KEY (tournament_id, user_id),
    UNIQUE (tournament_id, seed),
    UNIQUE (tournament_id, standing)
);
CREATE INDEX tournament_entrant_player ON tournament_entrant (user_id, tournament_id DESC);

-- The draw of a started tournament: all pairings of all rounds.
CREATE TABLE tournament_pairing (
    tournament_id uuid     NOT NULL REFERENCES tournament (id) ON DELETE CASCADE,
    round         smallint NOT NULL CHECK (round > 0),
    position      smallint NOT NULL CHECK (position >= 0),
    player_one    uuid,
    player_two    uuid,
    status        text     NOT NULL CHECK (status IN ('PENDING', 'WAITING', 'PLAYING', 'DECIDED')),
    decision      text CHECK (decision IN ('RESULT', 'BYE', 'WALKOVER', 'SEED', 'NOBODY')),
    winner        uuid,
    margin        smallint NOT NULL,
    match_id      uuid UNIQUE REFERENCES match (id), -- the last one
    replays       smallint NOT NULL,
    waiting_since timestamptz,
    PRIMARY KEY (tournament_id, round, position),
    FOREIGN KEY (tournament_id, player_one) REFERENCES tournament_entrant,
    FOREIGN KEY (tournament_id, player_two) REFERENCES tournament_entrant,
    CHECK ((status = 'DECIDED') = (decision IS NOT NULL)),
    CHECK ((status = 'WAITING') = (waiting_since IS NOT NULL)),
    CHECK (status <> 'PLAYING' OR match_id IS NOT NULL),
    CHECK (winner IS NULL OR winner IN (player_one, player_two))
);
-- the matches to make, of all tournaments
CREATE INDEX tournament_pairing_waiting ON tournament_pairing (waiting_since) WHERE status = 'WAITING';
