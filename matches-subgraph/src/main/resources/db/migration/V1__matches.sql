-- The names below are the users subgraph's to decide: these are copies, kept by its announcements.
-- A player who plays before the first announcement arrives is here without a name.
create table player (
    user_id         uuid primary key,
    username        text,
    display_name    text,
    avatar_url      text,
    profile_version bigint not null default 0,
    erased_at       timestamptz,
    constraint player_erased_without_names
        check (erased_at is null or (username is null and display_name is null and avatar_url is null))
);
create index player_username on player (lower(username) text_pattern_ops);

-- Ids are UUIDs of version 7: their order is the order of creation.
create table match (
    id             uuid primary key,
    mode           text not null check (mode in ('ONE_VS_ONE', 'TWO_VS_TWO')),
    status         text not null check (status in ('CREATED', 'READY', 'LIVE', 'COMPLETED', 'ABORTED', 'VOIDED')),
    finish_reason  text check (finish_reason in ('SCORE', 'FORFEIT', 'DISCONNECT', 'TIMEOUT', 'SERVER_FAULT')),
    score_one      smallint not null default 0 check (score_one >= 0),
    score_two      smallint not null default 0 check (score_two >= 0),
    winner         text check (winner in ('ONE', 'TWO')),
    created_by     text not null,
    created_at     timestamptz not null,
    ready_at       timestamptz,
    started_at     timestamptz,
    ended_at       timestamptz,
    last_signal_at timestamptz not null,
    voided_at      timestamptz,
    void_reason    text,
    version        bigint not null,
    constraint match_ended_for_a_reason
        check ((status in ('COMPLETED', 'ABORTED', 'VOIDED')) = (finish_reason is not null and ended_at is not null)),
    constraint match_winner_of_played_matches
        check ((status in ('COMPLETED', 'VOIDED')) = (winner is not null)),
    constraint match_winner_has_the_higher_score
        check (winner is null or finish_reason not in ('SCORE', 'TIMEOUT')
            or (winner = 'ONE') = (score_one > score_two) and score_one <> score_two),
    constraint match_score_within_bounds
        check (greatest(score_one, score_two) <= case mode when 'ONE_VS_ONE' then 11 else 21 end),
    constraint match_voided_for_a_reason
        check ((status = 'VOIDED') = (voided_at is not null and void_reason is not null))
);
create index match_open on match (status, last_signal_at) where status in ('CREATED', 'READY', 'LIVE');

-- The key forbids a match against oneself.
create table match_player (
    match_id uuid not null references match (id),
    user_id  uuid not null references player (user_id),
    team     text not null check (team in ('ONE', 'TWO')),
    slot     smallint not null check (slot between 0 and 1),
    outcome  text check (outcome in ('WIN', 'LOSS')),
    open     boolean not null,
    primary key (match_id, user_id),
    constraint match_player_one_per_slot unique (match_id, team, slot)
);
create index match_player_history on match_player (user_id, match_id desc);
create unique index match_player_one_open_match on match_player (user_id) where open;

-- What a game server asked for under which key; the key forbids a second effect.
create table idempotent_request (
    caller    text not null,
    operation text not null,
    key       text not null,
    request   text not null,
    match_id  uuid not null references match (id) deferrable initially deferred,
    primary key (caller, operation, key)
);

-- Where everybody stands. A rating is certain until inactivity makes it provisional; those of erased players are hidden.
create table player_rating (
    user_id       uuid primary key,
    value         double precision not null,
    deviation     double precision not null check (deviation > 0 and deviation <= 350),
    volatility    double precision not null check (volatility > 0),
    matches       integer not null check (matches >= 0),
    rated_at      timestamptz,
    certain_until timestamptz,
    hidden        boolean not null default false
);
create index player_rating_best on player_rating (value desc, user_id desc) include (certain_until)
    where certain_until is not null and not hidden;

create sequence rating_change_sequence;

-- The ledger of ratings. The key forbids rating or refunding a match twice.
create table rating_change (
    match_id          uuid not null,
    user_id           uuid not null,
    kind              text not null check (kind in ('RESULT', 'REFUND')),
    sequence          bigint not null,
    won               boolean check ((kind = 'RESULT') = (won is not null)),
    occurred_at       timestamptz not null,
    before_value      double precision not null,
    before_deviation  double precision not null,
    before_volatility double precision not null,
    before_matches    integer not null,
    before_rated_at   timestamptz,
    after_value       double precision not null,
    after_deviation   double precision not null,
    after_volatility  double precision not null,
    after_matches     integer not null,
    after_rated_at    timestamptz,
    primary key (match_id, user_id, kind)
);
create index rating_change_of_player on rating_change (user_id, sequence);

-- Totals of completed matches; `mode` is a match's mode or OVERALL. A streak above zero counts wins, below zero losses.
create table player_statistics (
    user_id        uuid not null,
    mode           text not null check (mode in ('OVERALL', 'ONE_VS_ONE', 'TWO_VS_TWO')),
    played         integer not null,
    wins           integer not null,
    losses         integer not null,
    streak         integer not null,
    longest_streak integer not null,
    primary key (user_id, mode),
    constraint player_statistics_add_up check (played = wins + losses and wins >= 0 and losses >= 0)
);
