-- A year of matches: ids in the order of their times, popular players and rare ones, results by strength.
-- step: copies of profiles
insert into player (user_id, username, display_name, avatar_url, profile_version)
select user_id, username, display_name, '/avatars/default.svg', 0 from load_player;
insert into inbox_event (source, event_id, topic, received_at)
select '/users', md5('load-profile-' || n)::uuid::text, 'profile-updates', now() from load_player;

-- step: drawing the matches
create temp table load_strength as select n, 1500 + 200 * random_normal() strength from load_player;
analyze load_strength;
create temp table load_match as
with drawn as materialized (
    select i, random() < 0.2 doubles, random() a, random() b, random() c, random() d, random() luck, random() points, random() ending
    from generate_series(1, current_setting('load.matches')::int) i
), seated as (
    -- a few play often and many now and then; in doubles the others sit in different quarters of all players, so nobody sits twice
    select i, doubles, luck, points, ending, players, floor(players * a ^ 1.5)::int one,
        case when doubles then (floor(players * a ^ 1.5)::int + players / 4 + floor(b * (players / 4))::int) % players
            when floor(players * a ^ 1.5)::int = floor(players * b ^ 1.5)::int then (floor(players * b ^ 1.5)::int + 1) % players
            else floor(players * b ^ 1.5)::int end two,
        case when doubles then (floor(players * a ^ 1.5)::int + players / 4 * 2 + floor(c * (players / 4))::int) % players end one_second,
        case when doubles then (floor(players * a ^ 1.5)::int + players / 4 * 3 + floor(d * (players / 4))::int) % players end two_second
    from drawn cross join (select current_setting('load.players')::int players) known
)
select i, uuidv7(make_interval(secs => -(31e6 * (1 - i / current_setting('load.matches')::float8) + 600))) id, doubles,
    one, two, one_second, two_second, expectation,
    case when ending < 0.03 then null when luck < expectation then 'ONE' else 'TWO' end winner,
    case when ending < 0.03 then 'SERVER_FAULT' when ending < 0.06 then 'FORFEIT' else 'SCORE' end finish_reason,
    case when doubles then 21 else 11 end winner_points, floor(points * case when doubles then 21 else 11 end)::int loser_points,
    make_interval(secs => 130 + 240 * points) duration
from seated
join load_strength s1 on s1.n = one
join load_strength s2 on s2.n = two
left join load_strength s3 on s3.n = one_second
left join load_strength s4 on s4.n = two_second
cross join lateral (
    select 1 / (1 + 10 ^ (((s2.strength + coalesce(s4.strength, s2.strength)) - (s1.strength + coalesce(s3.strength, s1.strength))) / 800))
        expectation) strengths
order by i;
analyze load_match;

-- step: matches
insert into match (id, mode, status, finish_reason, score_one, score_two, winner, created_by, created_at, ready_at, started_at,
    ended_at, last_signal_at, version)
select id, case when doubles then 'TWO_VS_TWO' else 'ONE_VS_ONE' end, case when winner is null then 'ABORTED' else 'COMPLETED' end,
    finish_reason, case when winner = 'ONE' then winner_points else loser_points end,
    case when winner = 'TWO' then winner_points else loser_points end, winner, 'load',
    uuid_extract_timestamp(id), uuid_extract_timestamp(id) + interval '5 s', uuid_extract_timestamp(id) + interval '10 s',
    uuid_extract_timestamp(id) + duration, uuid_extract_timestamp(id) + duration, 3
from load_match order by i;

-- step: their idempotency keys
insert into idempotent_request (caller, operation, key, request, match_id)
select 'load', operation, 'load-' || i, 'load', id
from load_match cross join (values ('createMatch'), ('finishMatch')) as operations (operation) order by i;

-- step: their players
create temp table load_part as
select i, id match_id, load_player.user_id, seat.n, doubles, team, slot, winner = team won,
    case team when 'ONE' then expectation else 1 - expectation end expectation,
    uuid_extract_timestamp(id) + duration ended_at
from load_match
cross join lateral (values (one, 'ONE', 0), (two, 'TWO', 0), (one_second, 'ONE', 1), (two_second, 'TWO', 1)) as seat (n, team, slot)
join load_player using (n)
order by i;
analyze load_part;
insert into match_player (match_id, user_id, team, slot, outcome, open)
select match_id, user_id, team, slot, case when won then 'WIN' when not won then 'LOSS' end, false from load_part order by i;

-- step: ratings
-- plausible, not computed: what is replayed from this ledger differs from it
create temp table load_rating as
with numbered as (
    select *, row_number() over career k from load_part where won is not null window career as (partition by n order by i)
)
select i, match_id, user_id, won, ended_at, k, lag(ended_at) over career before_rated_at,
    1500 + (strength - 1500) * (1 - exp(-k / 8.0)) + sum(change) over career after_value,
    1500 + (strength - 1500) * (1 - exp(-(k - 1) / 8.0)) + sum(change) over career - change before_value,
    60 + 290 * exp(-k / 5.0) after_deviation, 60 + 290 * exp(-(k - 1) / 5.0) before_deviation
from numbered join load_strength using (n)
cross join lateral (select (60 * exp(-k / 6.0) + 6) * (won::int - expectation) change) changes
window career as (partition by n order by i);
analyze load_rating;
insert into rating_change (match_id, user_id, kind, sequence, won, occurred_at, before_value, before_deviation, before_volatility,
    before_matches, before_rated_at, after_value, after_deviation, after_volatility, after_matches, after_rated_at)
select match_id, user_id, 'RESULT', nextval('rating_change_sequence'), won, ended_at, before_value, before_deviation, 0.06,
    k - 1, before_rated_at, after_value, after_deviation, 0.06, k, ended_at
from (select * from load_rating order by i, user_id) ordered;
-- the ledger's rule: an idle player's squared deviation grows by the squared volatility every five days, up to 110
insert into player_rating (user_id, value, deviation, volatility, matches, rated_at, certain_until)
select distinct on (user_id) user_id, after_value, after_deviation, 0.06, k, ended_at,
    ended_at + greatest(0, (110 ^ 2 - after_deviation ^ 2) / (173.7178 * 0.06) ^ 2) * interval '5 days'
from load_rating order by user_id, k desc;

-- step: statistics
with results as (
    select user_id, mode, i, won, row_number() over (partition by user_id, mode order by i)
        - row_number() over (partition by user_id, mode, won order by i) island
    from load_part cross join lateral (values ('OVERALL'), (case when doubles then 'TWO_VS_TWO' else 'ONE_VS_ONE' end)) as modes (mode)
    where won is not null
), streaks as (
    select user_id, mode, won, count(*) length, max(i) last from results group by user_id, mode, won, island
)
insert into player_statistics (user_id, mode, played, wins, losses, streak, longest_streak)
select user_id, mode, sum(length), coalesce(sum(length) filter (where won), 0), coalesce(sum(length) filter (where not won), 0),
    (array_agg(case when won then length else -length end order by last desc))[1], coalesce(max(length) filter (where won), 0)
from streaks group by user_id, mode;

-- step: planner statistics
vacuum analyze;
