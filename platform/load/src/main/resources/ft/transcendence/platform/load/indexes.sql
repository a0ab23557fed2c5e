-- The end of both scripts: the indexes that players.sql has set aside, and what the planner knows.
-- step: indexes
DO $$
DECLARE index record;
BEGIN
    FOR index IN SELECT definition FROM load_index LOOP
        EXECUTE index.definition;
    END LOOP;
END $$;

-- step: planner statistics
VACUUM ANALYZE;
