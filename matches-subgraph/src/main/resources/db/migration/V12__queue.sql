-- Who waits for opponents. A party of two is one ticket.
CREATE TABLE queue_ticket (
    id        uuid PRIMARY KEY,
    mode      text NOT NULL CHECK (mode IN ('ONE_VS_ONE', 'TWO_VS_TWO')),
    status    text NOT NULL CHECK (status IN ('INVITING', 'WAITING', 'MATCHED', 'LEFT', 'EXPIRED')),
    strength  double precision NOT NULL,
    deviation double precision NOT NULL,
    joined_at timestamptz NOT NULL, -- since when it waits in this status
    ended_at  timestamptz,
    match_id  uuid REFERENCES match (id),
    CONSTRAINT queue_ticket_ended CHECK ((status IN ('INVITING', 'WAITING')) = (ended_at IS NULL)),
    CONSTRAINT queue_ticket_matched CHECK ((status = 'MATCHED') = (match_id IS NOT NULL))
);
CREATE INDEX queue_ticket_open ON queue_ticket (mode, joined_at) WHERE ended_at IS NULL;
CREATE INDEX queue_ticket_ended ON queue_ticket (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX queue_ticket_match ON queue_ticket (match_id) WHERE match_id IS NOT NULL;
-- How long players of about this strength had to wait lately.
CREATE INDEX queue_ticket_matched ON queue_ticket (mode, (floor(strength / 200)), ended_at DESC) WHERE status = 'MATCHED';

CREATE TABLE queue_seat (
    ticket_id         uuid NOT NULL REFERENCES queue_ticket (id) ON DELETE CASCADE,
    user_id           uuid NOT NULL REFERENCES player (user_id),
    slot              smallint NOT NULL CHECK (slot BETWEEN 0 AND 1),
    joined            boolean NOT NULL, -- an invited player has not
    open              boolean NOT NULL, -- whether the ticket is
    seen_at           timestamptz NOT NULL,
    last_opponents    uuid[] NOT NULL,  -- the opponents of both of the player's last two matches
    PRIMARY KEY (ticket_id, user_id),
    CONSTRAINT queue_seat_one_per_slot UNIQUE (ticket_id, slot)
);
-- Nobody waits twice.
CREATE UNIQUE INDEX queue_seat_one_open_ticket ON queue_seat (user_id) WHERE open AND joined;
CREATE INDEX queue_seat_invitation ON queue_seat (user_id) WHERE open AND NOT joined;
-- Of a player, newest first: ids sort by creation.
CREATE INDEX queue_seat_player ON queue_seat (user_id, ticket_id DESC);

-- When matches are made next. The instance that moves it forward makes them.
CREATE TABLE queue_turn (
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    next_at timestamptz NOT NULL
);
INSERT INTO queue_turn (next_at) VALUES (now());

-- Who left a match of the queue before its start; forgotten when it no longer counts.
CREATE TABLE queue_departure (
    match_id uuid NOT NULL REFERENCES match (id),
    user_id  uuid NOT NULL REFERENCES player (user_id),
    left_at  timestamptz NOT NULL,
    PRIMARY KEY (match_id, user_id)
);
CREATE INDEX queue_departure_player ON queue_departure (user_id, left_at);
CREATE INDEX queue_departure_age ON queue_departure (left_at);
