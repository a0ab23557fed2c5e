package ft.transcendence.matches.matchmaking;

import java.util.UUID;

/** What is known of pairs of players. Both answers are the same in either order. */
interface Encounters {

    /** Whether one has blocked the other, so that they are never in the same match. */
    boolean blocked(UUID one, UUID other);

    /** Whether each was the other's opponent in the last two matches of both. */
    boolean repeated(UUID one, UUID other);
}
