-- Blocks that other subgraphs have not been told of: those from before blocks were published. The application publishes each and
-- deletes its row.
CREATE TABLE unannounced_block (
    blocker uuid NOT NULL,
    blocked uuid NOT NULL,
    PRIMARY KEY (blocker, blocked)
);

INSERT INTO unannounced_block (blocker, blocked) SELECT owner, other FROM friend_edge WHERE state = 'BLOCKED';
