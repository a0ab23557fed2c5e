package ft.transcendence.matches.tournament;

import java.util.List;
import java.util.UUID;

/** What distinguishes the formats: the pairings, and what they are worth. */
interface FormatRules {

    /** All pairings of a tournament, by round and position. */
    List<Pairing> pairings(List<UUID> playersBySeed);

    /** A pairing that has not begun, with the players who are known by the pairings of the round before. */
    Pairing filled(Pairing pairing, List<Pairing> roundBefore);

    /** The players, best first, by what is decided so far. */
    List<UUID> order(Draw draw);
}
