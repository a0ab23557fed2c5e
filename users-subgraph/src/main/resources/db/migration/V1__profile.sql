CREATE TABLE profile (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    username     text        NOT NULL CHECK (username <> ''),
    display_name text        NOT NULL CHECK (display_name <> ''),
    first_name   text,
    last_name    text,
    avatar_url   text,
    bio          text,
    joined_at    timestamptz NOT NULL,
    active       boolean     NOT NULL DEFAULT true,
    campus       text,
    via_42       boolean     NOT NULL DEFAULT false,
    username_42  text
);

-- upper and lower case make no difference: nobody gets a name that looks like another's
CREATE UNIQUE INDEX profile_username ON profile (lower(username) text_pattern_ops);
CREATE INDEX profile_display_name ON profile (lower(display_name) text_pattern_ops);
