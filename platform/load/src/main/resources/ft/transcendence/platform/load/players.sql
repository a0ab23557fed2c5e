-- The players, alike in both databases: their ids and names follow from their numbers.
-- step: players
SET session_replication_role = replica; -- foreign keys hold by construction
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';
SET temp_buffers = '256MB';
CREATE TEMP TABLE load_player AS
SELECT n, md5('load-player-' || n)::uuid user_id, lower(first_name) || '_' || n username,
    first_name, last_name, first_name || ' ' || last_name display_name
FROM generate_series(0, current_setting('load.players')::int - 1) n
CROSS JOIN LATERAL (
    SELECT (array['Ada', 'Alan', 'Barbara', 'Claude', 'Dennis', 'Edsger', 'Frances', 'Grace', 'Hedy', 'Ivan', 'Joan', 'Ken',
            'Leslie', 'Margaret', 'Niklaus', 'Ole', 'Peter', 'Radia', 'Shafi', 'Tim'])[1 + n % 20] first_name,
        (array['Abel', 'Bohr', 'Cantor', 'Dirac', 'Euler', 'Fermi', 'Gauss', 'Hopf', 'Ito', 'Jordan', 'Klein', 'Lie', 'Markov',
            'Noether', 'Ore', 'Peano', 'Riesz', 'Stokes', 'Tarski', 'Weyl'])[1 + n / 20 % 20] last_name) names;
CREATE UNIQUE INDEX ON load_player (n);
ANALYZE load_player;

-- step: indexes set aside
-- to build an index of many rows takes a fraction of the time of adding each; unique ones stay, they guard the data
CREATE TEMP TABLE load_index AS
SELECT indexrelid::regclass::text name, pg_get_indexdef(indexrelid) definition
FROM pg_index JOIN pg_class ON oid = indexrelid WHERE relnamespace = 'public'::regnamespace AND NOT indisunique;
DO $$
DECLARE index record;
BEGIN
    FOR index IN SELECT name FROM load_index LOOP
        EXECUTE 'DROP INDEX ' || index.name;
    END LOOP;
END $$;
