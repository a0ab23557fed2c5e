-- What players are told of. `number` increases with every notification of a player, who is locked when one is added. `subject` is
-- what it is about, the other player or the match, depending on `kind`; the same is told once.
CREATE TABLE notification (
    id         uuid PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES profile (id),
    number     bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind       text        NOT NULL CHECK (kind <> ''),
    subject    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    read_at    timestamptz,

    UNIQUE (user_id, number),
    UNIQUE (subject, user_id, kind)
);

CREATE INDEX notification_age ON notification (created_at);
