-- The events that took effect here. A row is written in the transaction of the effect, so an event counts once.
CREATE TABLE inbox_event (
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    topic       text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, event_id)
);

CREATE INDEX idx_inbox_event_received_at ON inbox_event (received_at);
