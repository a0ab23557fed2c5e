-- Signs of life: the sessions of players who were seen, and until when they play. Who is online follows from these times. Rows are
-- deleted soon after they lost their meaning.
CREATE TABLE presence (
    user_id uuid        NOT NULL,
    session text        NOT NULL,
    seen_at timestamptz NOT NULL,
    away    boolean     NOT NULL,
    PRIMARY KEY (user_id, session)
) WITH (fillfactor = 50);

-- `over` remembers that a match ended, for updates of it that arrive late.
CREATE TABLE playing (
    user_id       uuid PRIMARY KEY,
    match_id      uuid        NOT NULL,
    playing_until timestamptz NOT NULL,
    over          boolean     NOT NULL
) WITH (fillfactor = 50);
