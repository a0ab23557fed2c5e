-- A year of matches: ids in the order of their times, popular players and rare ones, results by strength.
-- step: copies of profiles
INSERT INTO player (user_id, username, display_name, avatar_url, profile_version)
SELECT user_id, username, display_name, '/avatars/default.svg', 0 FROM load_player;
INSERT INTO inbox_event (source, event_id, topic, received_at)
SELECT '/users', md5('load-profile-' || n)::uuid::text, 'profile-updates', now() FROM load_player ORDER BY 2;

-- step: drawing the matches
CREATE TEMP TABLE load_strength AS SELECT n, 1500 + 200 * random_normal() strength FROM load_player;
ANALYZE load_strength;
CREATE TEMP TABLE load_match AS
WITH drawn AS MATERIALIZED (
    SELECT i, random() < 0.2 doubles, random() a, random() b, random() c, random() d, random() luck, random() points, random() ending
    FROM generate_series(1, current_setting('load.matches')::int) i
), seated AS (
    -- a few play often and many now and then; in doubles the others sit in different quarters of all players, so nobody sits twice
    SELECT i, doubles, luck, points, ending, players, floor(players * a ^ 1.5)::int one,
        CASE WHEN doubles THEN (floor(players * a ^ 1.5)::int + players / 4 + floor(b * (players / 4))::int) % players
            WHEN floor(players * a ^ 1.5)::int = floor(players * b ^ 1.5)::int THEN (floor(players * b ^ 1.5)::int + 1) % players
            ELSE floor(players * b ^ 1.5)::int END two,
        CASE WHEN doubles THEN (floor(players * a ^ 1.5)::int + players / 4 * 2 + floor(c * (players / 4))::int) % players END one_second,
        CASE WHEN doubles THEN (floor(players * a ^ 1.5)::int + players / 4 * 3 + floor(d * (players / 4))::int) % players END two_second
    FROM drawn CROSS JOIN (SELECT current_setting('load.players')::int players) known
)
SELECT i, uuidv7(make_interval(secs => -(31e6 * (1 - i / current_setting('load.matches')::float8) + 600))) id, doubles,
    one, two, one_second, two_second, expectation,
    CASE WHEN ending < 0.03 THEN NULL WHEN luck < expectation THEN 'ONE' ELSE 'TWO' END winner,
    CASE WHEN ending < 0.03 THEN 'SERVER_FAULT' WHEN ending < 0.06 THEN 'FORFEIT' ELSE 'SCORE' END finish_reason,
    CASE WHEN doubles THEN 21 ELSE 11 END winner_points, floor(points * CASE WHEN doubles THEN 21 ELSE 11 END)::int loser_points,
    make_interval(secs => 130 + 240 * points) duration
FROM seated
JOIN load_strength s1 ON s1.n = one
JOIN load_strength s2 ON s2.n = two
LEFT JOIN load_strength s3 ON s3.n = one_second
LEFT JOIN load_strength s4 ON s4.n = two_second
CROSS JOIN LATERAL (
    SELECT 1 / (1 + 10 ^ (((s2.strength + coalesce(s4.strength, s2.strength)) - (s1.strength + coalesce(s3.strength, s1.strength))) / 800))
        expectation) strengths
ORDER BY i;
ANALYZE load_match;

-- step: matches
INSERT INTO match (id, mode, status, finish_reason, score_one, score_two, winner, created_by, created_at, ready_at, started_at,
    ended_at, last_signal_at, version)
SELECT id, CASE WHEN doubles THEN 'TWO_VS_TWO' ELSE 'ONE_VS_ONE' END, CASE WHEN winner IS NULL THEN 'ABORTED' ELSE 'COMPLETED' END,
    finish_reason, CASE WHEN winner = 'ONE' THEN winner_points ELSE loser_points END,
    CASE WHEN winner = 'TWO' THEN winner_points ELSE loser_points END, winner, 'load',
    uuid_extract_timestamp(id), uuid_extract_timestamp(id) + interval '5 s', uuid_extract_timestamp(id) + interval '10 s',
    uuid_extract_timestamp(id) + duration, uuid_extract_timestamp(id) + duration, 3
FROM load_match ORDER BY i;

-- step: their idempotency keys
INSERT INTO idempotent_request (caller, operation, key, request, match_id)
SELECT 'load', operation, 'load-' || i, 'load', id
FROM load_match CROSS JOIN (VALUES ('createMatch'), ('finishMatch')) AS operations (operation) ORDER BY i;

-- step: their players
CREATE TEMP TABLE load_part AS
SELECT i, id match_id, load_player.user_id, seat.n, doubles, team, slot, winner = team won,
    CASE team WHEN 'ONE' THEN expectation ELSE 1 - expectation END expectation,
    uuid_extract_timestamp(id) + duration ended_at
FROM load_match
CROSS JOIN LATERAL (VALUES (one, 'ONE', 0), (two, 'TWO', 0), (one_second, 'ONE', 1), (two_second, 'TWO', 1)) AS seat (n, team, slot)
JOIN load_player USING (n)
ORDER BY i;
ANALYZE load_part;
INSERT INTO match_player (match_id, user_id, team, slot, outcome, open)
SELECT match_id, user_id, team, slot, CASE WHEN won THEN 'WIN' WHEN NOT won THEN 'LOSS' END, false FROM load_part ORDER BY i;

-- step: ratings
-- plausible, not computed: what is replayed from this ledger differs from it
CREATE TEMP TABLE load_rating AS
WITH numbered AS (
    SELECT *, CASE WHEN doubles THEN 'TWO_VS_TWO' ELSE 'ONE_VS_ONE' END mode, row_number() OVER career k
    FROM load_part WHERE won IS NOT NULL WINDOW career AS (PARTITION BY n, doubles ORDER BY i)
)
SELECT i, match_id, user_id, mode, won, ended_at, certain_until, k, lag(ended_at) OVER career before_rated_at,
    1500 + (strength - 1500) * (1 - exp(-k / 8.0)) + sum(change) OVER career after_value,
    1500 + (strength - 1500) * (1 - exp(-(k - 1) / 8.0)) + sum(change) OVER career - change before_value,
    60 + 290 * exp(-k / 5.0) after_deviation, 60 + 290 * exp(-(k - 1) / 5.0) before_deviation
FROM numbered JOIN load_strength USING (n)
CROSS JOIN LATERAL (SELECT (60 * exp(-k / 6.0) + 6) * (won::int - expectation) change) changes
CROSS JOIN LATERAL (
    -- the ledger's rule: an idle player's squared deviation grows by the squared volatility every five days, up to 110
    SELECT ended_at + greatest(0, (110 ^ 2 - (60 + 290 * exp(-k / 5.0)) ^ 2) / (173.7178 * 0.06) ^ 2) * interval '5 days' certain_until
) certainty
WINDOW career AS (PARTITION BY n, mode ORDER BY i);
ANALYZE load_rating;
INSERT INTO rating_change (match_id, user_id, mode, kind, sequence, won, occurred_at, before_value, before_deviation, before_volatility,
    before_matches, before_rated_at, after_value, after_deviation, after_volatility, after_matches, after_rated_at, after_certain_until)
SELECT match_id, user_id, mode, 'RESULT', nextval('rating_change_sequence'), won, ended_at, before_value, before_deviation, 0.06,
    k - 1, before_rated_at, after_value, after_deviation, 0.06, k, ended_at, certain_until
FROM (SELECT * FROM load_rating ORDER BY i, user_id) ordered;
INSERT INTO player_rating (user_id, mode, value, deviation, volatility, matches, rated_at, certain_until)
SELECT DISTINCT ON (user_id, mode) user_id, mode, after_value, after_deviation, 0.06, k, ended_at,
    least(certain_until, (SELECT ends_at FROM season WHERE number = 1))
FROM load_rating ORDER BY user_id, mode, k DESC;
-- who has a rating has one in each mode
INSERT INTO player_rating (user_id, mode, value, deviation, volatility, matches)
SELECT DISTINCT user_id, modes.mode, 1500, 350, 0.06, 0
FROM load_rating CROSS JOIN (VALUES ('ONE_VS_ONE'), ('TWO_VS_TWO')) AS modes (mode)
ON CONFLICT DO NOTHING;

-- step: statistics
WITH results AS (
    SELECT user_id, mode, i, won, row_number() OVER (PARTITION BY user_id, mode ORDER BY i)
        - row_number() OVER (PARTITION BY user_id, mode, won ORDER BY i) island
    FROM load_part CROSS JOIN LATERAL (VALUES ('OVERALL'), (CASE WHEN doubles THEN 'TWO_VS_TWO' ELSE 'ONE_VS_ONE' END)) AS modes (mode)
    WHERE won IS NOT NULL
), streaks AS (
    SELECT user_id, mode, won, count(*) length, max(i) last FROM results GROUP BY user_id, mode, won, island
)
INSERT INTO player_statistics (user_id, mode, played, wins, losses, streak, longest_streak)
SELECT user_id, mode, sum(length), coalesce(sum(length) FILTER (WHERE won), 0), coalesce(sum(length) FILTER (WHERE NOT won), 0),
    (array_agg(CASE WHEN won THEN length ELSE -length END ORDER BY last DESC))[1], coalesce(max(length) FILTER (WHERE won), 0)
FROM streaks GROUP BY user_id, mode;
