-- Who scored when, as the game server reports it once, with the result: two arrays of the same length.
CREATE TABLE match_timeline (
    match_id       uuid PRIMARY KEY REFERENCES match (id),
    teams          text[] NOT NULL CHECK (teams <@ '{ONE,TWO}'),
    elapsed_millis integer[] NOT NULL,
    CONSTRAINT match_timeline_has_a_time_for_each_point CHECK (cardinality(teams) = cardinality(elapsed_millis)),
    CONSTRAINT match_timeline_within_bounds CHECK (cardinality(teams) <= 41)
);
