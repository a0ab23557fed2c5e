-- The players' profiles and what the events of their matches add up to; load_standing and load_counted come from matches_db.
-- step: profiles
insert into profile (id, version, username, display_name, first_name, last_name, bio, joined_at)
select user_id, 0, username, display_name, first_name, last_name, 'Plays Pong since ' || (1972 + n % 50) || '.',
    now() - interval '400 days' - n * interval '1 s'
from load_player order by n;

-- step: friendships
insert into friend_edge (owner, other, state, since)
select one.user_id, two.user_id, 'FRIENDS', now() - interval '30 days'
from load_player one
cross join (values (1), (-1), (7), (-7)) as step (distance)
join load_player two on two.n = mod(one.n + distance + current_setting('load.players')::int, current_setting('load.players')::int)
on conflict do nothing;

-- step: standings
insert into standing (user_id, wins, losses, total_score)
select user_id, wins, losses, total_score from load_standing;

-- step: counted matches
insert into counted_match (match_id, counted_at) select match_id, ended_at from load_counted order by match_id;
-- the inbox forgets after 90 days
insert into inbox_event (source, event_id, topic, received_at)
select '/matches', md5('ft.transcendence.match.completed.v1/' || match_id)::uuid::text, 'match-completions', ended_at
from load_counted where ended_at > now() - interval '89 days';

-- step: planner statistics
vacuum analyze;
