-- The players' profiles and what the events of their matches add up to; load_standing and load_counted come from matches_db.
-- step: profiles
INSERT INTO profile (id, version, username, display_name, first_name, last_name, bio, joined_at)
SELECT user_id, 0, username, display_name, first_name, last_name, 'Plays Pong since ' || (1972 + n % 50) || '.',
    now() - interval '400 days' - n * interval '1 s'
FROM load_player ORDER BY n;

-- step: friendships
INSERT INTO friend_edge (owner, other, state, since)
SELECT one.user_id, two.user_id, 'FRIENDS', now() - interval '30 days'
FROM load_player one
CROSS JOIN (VALUES (1), (-1), (7), (-7)) AS step (distance)
JOIN load_player two ON two.n = mod(one.n + distance + current_setting('load.players')::int, current_setting('load.players')::int)
ON CONFLICT DO NOTHING;

-- step: standings
INSERT INTO standing (user_id, wins, losses, total_score)
SELECT user_id, wins, losses, total_score FROM load_standing;

-- step: achievements
-- those of the totals, as migration V13 awards them to existing players
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

-- step: counted matches
INSERT INTO counted_match (match_id, counted_at) SELECT match_id, ended_at FROM load_counted ORDER BY match_id;
-- the inbox forgets after 90 days
INSERT INTO inbox_event (source, event_id, topic, received_at)
SELECT '/matches', md5('ft.transcendence.match.completed.v1/' || match_id)::uuid::text, 'match-completions', ended_at
FROM load_counted WHERE ended_at > now() - interval '89 days' ORDER BY 2;
