-- What the events of completed matches add up to. Results may arrive before the player's profile does, so there is no
-- reference to it.
CREATE TABLE standing (
    user_id     uuid PRIMARY KEY,
    wins        integer NOT NULL CHECK (wins >= 0),
    losses      integer NOT NULL CHECK (losses >= 0),
    total_score bigint  NOT NULL CHECK (total_score >= 0)
);

CREATE INDEX standing_total_score ON standing (total_score DESC, user_id);

-- A match counts once, whatever events tell of it.
CREATE TABLE counted_match (
    match_id   uuid PRIMARY KEY,
    counted_at timestamptz NOT NULL DEFAULT now()
);
