CREATE TABLE total (topic text PRIMARY KEY, amount bigint NOT NULL);
