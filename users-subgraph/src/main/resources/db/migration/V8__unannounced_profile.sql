-- Profiles that were changed behind the application's back, by a migration: it tells the other subgraphs of them, and forgets the row.
CREATE TABLE unannounced_profile (
    user_id uuid PRIMARY KEY REFERENCES profile (id)
);
