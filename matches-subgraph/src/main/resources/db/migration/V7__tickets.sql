-- The keys of tickets as encrypted JSON Web Keys. The newest two are published; older ones are deleted.
CREATE TABLE ticket_key (
    generation bigint PRIMARY KEY,
    pair       bytea NOT NULL,
    created_at timestamptz NOT NULL
);
