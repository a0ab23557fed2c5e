package ft.transcendence.matches.challenge;

import ft.transcendence.matches.match.MatchMode;
import java.util.UUID;

/**
 * The data of {@code ft.transcendence.challenge.updated.v1}, as in {@code events/challenge-updates.v1.schema.json}.
 */
record ChallengeUpdated(UUID challengeId, UUID challenger, UUID challenged, MatchMode mode, ChallengeStatus status) {

    static final String TOPIC = "challenge-updates";
    static final String TYPE = "ft.transcendence.challenge.updated.v1";

    static ChallengeUpdated of(Challenge challenge) {
        return new ChallengeUpdated(
                challenge.id(),
                challenge.challengerId(),
                challenge.challengedId(),
                challenge.mode(),
                challenge.status());
    }

    boolean concerns(UUID player) {
        return challenger.equals(player) || challenged.equals(player);
    }

    /** The same for both directions, so that all challenges of a pair are in order. */
    String key() {
        String one = challenger.toString();
        String other = challenged.toString();
        return one.compareTo(other) < 0 ? one + "/" + other : other + "/" + one;
    }
}
