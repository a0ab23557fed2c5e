package ft.transcendence.matches.tournament;

/** Published in the transaction that creates or changes a tournament, its entrants or its pairings. */
record TournamentChanged(Tournament tournament) {}
