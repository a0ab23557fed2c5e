-- What achievements need beyond the totals, and which the player has. `best_streak` and `streak` are of the results that are no longer
-- remembered; those that are, oldest first, follow in the arrays of the same length.
CREATE TABLE player_progress (
    user_id       uuid PRIMARY KEY,
    flawless_wins integer       NOT NULL DEFAULT 0 CHECK (flawless_wins >= 0),
    solo_wins     integer       NOT NULL DEFAULT 0 CHECK (solo_wins >= 0),
    team_wins     integer       NOT NULL DEFAULT 0 CHECK (team_wins >= 0),
    best_streak   integer       NOT NULL DEFAULT 0 CHECK (best_streak >= 0),
    streak        integer       NOT NULL DEFAULT 0 CHECK (streak >= 0),
    recent_at     timestamptz[] NOT NULL DEFAULT '{}',
    recent_match  uuid[]        NOT NULL DEFAULT '{}',
    recent_won    boolean[]     NOT NULL DEFAULT '{}',
    earned        text[]        NOT NULL DEFAULT '{}',
    earned_at     timestamptz[] NOT NULL DEFAULT '{}',

    CHECK (cardinality(recent_at) = cardinality(recent_match) AND cardinality(recent_at) = cardinality(recent_won)),
    CHECK (cardinality(earned) = cardinality(earned_at))
) WITH (fillfactor = 70);

-- What the totals show is earned now: when it happened is not known any more.
INSERT INTO player_progress (user_id, earned, earned_at)
SELECT user_id, array_agg(code ORDER BY place), array_agg(now())
FROM standing CROSS JOIN LATERAL (VALUES
    (1, 'FIRST_WIN', wins >= 1),
    (2, 'TEN_WINS', wins >= 10),
    (3, 'HUNDRED_WINS', wins >= 100),
    (4, 'THOUSAND_WINS', wins >= 1000),
    (5, 'HUNDRED_MATCHES', wins + losses >= 100),
    (6, 'TEN_THOUSAND_POINTS', total_score >= 10000)
) AS achievement (place, code, reached)
WHERE reached
GROUP BY user_id;

-- Whether the other features were told that the match counts: a match from before is not part of their counts, whatever happens to it.
ALTER TABLE counted_match ADD COLUMN announced boolean NOT NULL DEFAULT false;
