package ft.transcendence.matches.tournament;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two players who meet in a round.
 *
 * @param position the place in the round, starting at 0 at the top
 * @param one the first player; null while unknown, and if there is none
 * @param decision how it was decided; null before
 * @param winner who goes on; null before the decision, and if nobody does
 * @param margin by how many points the winner won; 0 unless a result decided
 * @param matchId the last match of the two; null if there was none
 * @param replays how many matches had to be repeated
 */
record Pairing(
        int round,
        int position,
        @Nullable UUID one,
        @Nullable UUID two,
        PairingStatus status,
        @Nullable PairingDecision decision,
        @Nullable UUID winner,
        int margin,
        @Nullable UUID matchId,
        int replays) {

    Pairing {
        if ((status == PairingStatus.DECIDED) != (decision != null)) {
            throw new IllegalArgumentException("A pairing is decided somehow");
        }
        if (winner != null && !winner.equals(one) && !winner.equals(two)) {
            throw new IllegalArgumentException("The winner is one of the two players");
        }
    }

    static Pairing pending(int round, int position, @Nullable UUID one, @Nullable UUID two) {
        return new Pairing(round, position, one, two, PairingStatus.PENDING, null, null, 0, null, 0);
    }

    Pairing between(@Nullable UUID first, @Nullable UUID second) {
        return pending(round, position, first, second);
    }

    Pairing waiting() {
        return new Pairing(round, position, one, two, PairingStatus.WAITING, null, null, 0, matchId, replays);
    }

    Pairing repeated() {
        return new Pairing(round, position, one, two, PairingStatus.WAITING, null, null, 0, matchId, replays + 1);
    }

    Pairing playing(UUID match) {
        return new Pairing(round, position, one, two, PairingStatus.PLAYING, null, null, 0, match, replays);
    }

    Pairing won(UUID player, int points) {
        return decided(PairingDecision.RESULT, player, points);
    }

    Pairing decided(PairingDecision how, @Nullable UUID player) {
        return decided(how, player, 0);
    }

    private Pairing decided(PairingDecision how, @Nullable UUID player, int points) {
        return new Pairing(round, position, one, two, PairingStatus.DECIDED, how, player, points, matchId, replays);
    }

    boolean isDecided() {
        return status == PairingStatus.DECIDED;
    }

    boolean isResult() {
        return decision == PairingDecision.RESULT;
    }

    boolean isOfMatch(UUID match) {
        return match.equals(matchId);
    }

    boolean isAt(int inRound, int atPosition) {
        return round == inRound && position == atPosition;
    }

    /** The players who are known. */
    Stream<UUID> players() {
        return Stream.of(one, two).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    boolean has(UUID player) {
        return player.equals(one) || player.equals(two);
    }

    /** The other player; null if there is none. */
    @Nullable UUID opponent(UUID player) {
        return player.equals(one) ? two : one;
    }
}
