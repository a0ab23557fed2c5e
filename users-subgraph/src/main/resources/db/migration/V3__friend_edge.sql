-- How one user stands to another. Two users have two edges, one each way; a block stands alone.
CREATE TABLE friend_edge (
    owner uuid        NOT NULL REFERENCES profile (id),
    other uuid        NOT NULL REFERENCES profile (id),
    state text        NOT NULL CHECK (state IN ('REQUESTED', 'RECEIVED', 'FRIENDS', 'BLOCKED')),
    since timestamptz NOT NULL,

    -- the edge that must stand the other way: asked and was asked, or friends and friends
    mirror_owner uuid GENERATED ALWAYS AS (CASE WHEN state <> 'BLOCKED' THEN other END) STORED,
    mirror_other uuid GENERATED ALWAYS AS (CASE WHEN state <> 'BLOCKED' THEN owner END) STORED,
    mirror_state text GENERATED ALWAYS AS (
        CASE state WHEN 'REQUESTED' THEN 'RECEIVED' WHEN 'RECEIVED' THEN 'REQUESTED' WHEN 'FRIENDS' THEN 'FRIENDS' END
    ) STORED,

    PRIMARY KEY (owner, other),
    UNIQUE (owner, other, state),
    CHECK (owner <> other),
    FOREIGN KEY (mirror_owner, mirror_other, mirror_state) REFERENCES friend_edge (owner, other, state)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX friend_edge_list ON friend_edge (owner, state, since DESC, other);
CREATE INDEX friend_edge_other ON friend_edge (other);
