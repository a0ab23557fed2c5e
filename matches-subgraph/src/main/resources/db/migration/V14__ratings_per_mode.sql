-- Each mode has ratings of its own. Until now there was one for all modes; the next migration replays it.
ALTER TABLE rating_change RENAME TO shared_rating_change;
ALTER INDEX rating_change_pkey RENAME TO shared_rating_change_pkey;
ALTER TABLE player_rating RENAME TO shared_player_rating;
ALTER INDEX player_rating_pkey RENAME TO shared_player_rating_pkey;
DROP INDEX rating_change_of_player, player_rating_best;

-- A player has a row for each mode, or none. Whoever changes one of them locks all.
CREATE TABLE player_rating (
    user_id       uuid NOT NULL,
    mode          text NOT NULL CHECK (mode IN ('ONE_VS_ONE', 'TWO_VS_TWO')),
    value         double precision NOT NULL,
    deviation     double precision NOT NULL CHECK (deviation > 0 AND deviation <= 350),
    volatility    double precision NOT NULL CHECK (volatility > 0),
    matches       integer NOT NULL CHECK (matches >= 0),
    rated_at      timestamptz,
    certain_until timestamptz,
    hidden        boolean NOT NULL DEFAULT false,
    PRIMARY KEY (user_id, mode)
);
CREATE INDEX player_rating_best ON player_rating (mode, value DESC, user_id DESC) INCLUDE (certain_until)
    WHERE certain_until IS NOT NULL AND NOT hidden;

CREATE TABLE rating_change (
    match_id            uuid NOT NULL,
    user_id             uuid NOT NULL,
    mode                text NOT NULL CHECK (mode IN ('ONE_VS_ONE', 'TWO_VS_TWO')),
    kind                text NOT NULL CHECK (kind IN ('RESULT', 'REFUND')),
    sequence            bigint NOT NULL,
    won                 boolean CHECK ((kind = 'RESULT') = (won IS NOT NULL)),
    occurred_at         timestamptz NOT NULL,
    before_value        double precision NOT NULL,
    before_deviation    double precision NOT NULL,
    before_volatility   double precision NOT NULL,
    before_matches      integer NOT NULL,
    before_rated_at     timestamptz,
    after_value         double precision NOT NULL,
    after_deviation     double precision NOT NULL,
    after_volatility    double precision NOT NULL,
    after_matches       integer NOT NULL,
    after_rated_at      timestamptz,
    after_certain_until timestamptz,
    PRIMARY KEY (match_id, user_id, kind)
);
CREATE INDEX rating_change_of_player ON rating_change (user_id, mode, occurred_at);
