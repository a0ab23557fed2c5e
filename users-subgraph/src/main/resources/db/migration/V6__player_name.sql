-- What the names of players look like, so that no two can be taken for each other. The owner's profile may come later in the
-- transaction.
CREATE TABLE player_name (
    skeleton text PRIMARY KEY,
    owner    uuid NOT NULL REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX player_name_owner ON player_name (owner);

-- names that the platform makes up hold a colon, which no player's can
UPDATE profile SET username = 'deleted:' || id WHERE NOT active;
