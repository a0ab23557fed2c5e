-- Profiles begin with version 0, so 0 cannot stand for "not announced yet": the first announcement of somebody who had already been
-- let into a match would not count as newer, and be dropped.
ALTER TABLE player ALTER COLUMN profile_version DROP DEFAULT;
ALTER TABLE player ALTER COLUMN profile_version DROP NOT NULL;
UPDATE player SET profile_version = NULL WHERE username IS NULL AND erased_at IS NULL;
