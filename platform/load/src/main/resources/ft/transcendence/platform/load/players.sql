-- The players, alike in both databases: their ids and names follow from their numbers.
-- step: players
set session_replication_role = replica; -- foreign keys hold by construction
set synchronous_commit = off;
set work_mem = '256MB';
set temp_buffers = '256MB';
create temp table load_player as
select n, md5('load-player-' || n)::uuid user_id, lower(first_name) || '_' || n username,
    first_name, last_name, first_name || ' ' || last_name display_name
from generate_series(0, current_setting('load.players')::int - 1) n
cross join lateral (
    select (array['Ada', 'Alan', 'Barbara', 'Claude', 'Dennis', 'Edsger', 'Frances', 'Grace', 'Hedy', 'Ivan', 'Joan', 'Ken',
            'Leslie', 'Margaret', 'Niklaus', 'Ole', 'Peter', 'Radia', 'Shafi', 'Tim'])[1 + n % 20] first_name,
        (array['Abel', 'Bohr', 'Cantor', 'Dirac', 'Euler', 'Fermi', 'Gauss', 'Hopf', 'Ito', 'Jordan', 'Klein', 'Lie', 'Markov',
            'Noether', 'Ore', 'Peano', 'Riesz', 'Stokes', 'Tarski', 'Weyl'])[1 + n / 20 % 20] last_name) names;
create unique index on load_player (n);
analyze load_player;
