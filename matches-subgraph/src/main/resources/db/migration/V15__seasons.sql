-- Seasons follow each other without a gap. The settings decide when one ends that begins later.
CREATE TABLE season (
    number      integer PRIMARY KEY CHECK (number > 0),
    starts_at   timestamptz NOT NULL UNIQUE,
    ends_at     timestamptz NOT NULL,
    archived_at timestamptz,
    CONSTRAINT season_ends_after_it_began CHECK (starts_at < ends_at)
);
-- The first one is the quarter that has begun.
INSERT INTO season (number, starts_at, ends_at)
SELECT 1, quarter AT TIME ZONE 'UTC', (quarter + INTERVAL '3 months') AT TIME ZONE 'UTC'
FROM date_trunc('quarter', now() AT TIME ZONE 'UTC') quarter;

-- Ratings are certain until the end of the season at most.
UPDATE player_rating SET certain_until = ends_at FROM season WHERE certain_until > ends_at;

-- Who was ranked when a season ended. Positions of erased players are missing.
CREATE TABLE season_standing (
    season   integer NOT NULL REFERENCES season (number),
    mode     text NOT NULL CHECK (mode IN ('ONE_VS_ONE', 'TWO_VS_TWO')),
    position integer NOT NULL,
    rank     integer NOT NULL,
    user_id  uuid NOT NULL,
    value    double precision NOT NULL,
    PRIMARY KEY (season, mode, position)
);
CREATE UNIQUE INDEX season_standing_player ON season_standing (user_id, mode, season);
