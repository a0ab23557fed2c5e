package ft.transcendence.matches.tournament;

import java.util.UUID;

/**
 * A player's place in a draw.
 *
 * @param place 1 for the best
 * @param wins pairings won, with walkovers but without byes
 */
record Standing(UUID player, int place, int wins, int losses, int pointDifference) {}
