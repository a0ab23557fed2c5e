package ft.transcendence.matches.challenge;

import ft.transcendence.matches.match.MatchMode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A challenge to a match, as exposed by the schema's type of the same name.
 *
 * @param status as stored; {@link #at} also knows that time has passed
 * @param changedAt when the status last changed
 * @param matchId the match, if the challenge was accepted
 */
record Challenge(
        UUID id,
        UUID challengerId,
        UUID challengedId,
        MatchMode mode,
        ChallengeStatus status,
        Instant createdAt,
        Instant expiresAt,
        Instant changedAt,
        @Nullable UUID matchId) {

    static Challenge sent(UUID challenger, UUID challenged, MatchMode mode, Instant now, Duration lifetime) {
        return new Challenge(
                UUID.randomUUID(),
                challenger,
                challenged,
                mode,
                ChallengeStatus.PENDING,
                now,
                now.plus(lifetime),
                now,
                null);
    }

    /** The challenge at this time: expired if nobody answered in time, whether or not that is stored already. */
    Challenge at(Instant now) {
        return status == ChallengeStatus.PENDING && !expiresAt.isAfter(now)
                ? ended(ChallengeStatus.EXPIRED, expiresAt)
                : this;
    }

    boolean isOpen() {
        return status == ChallengeStatus.PENDING;
    }

    Challenge accepted(UUID match, Instant now) {
        return with(ChallengeStatus.ACCEPTED, now, match);
    }

    Challenge ended(ChallengeStatus how, Instant now) {
        return with(how, now, null);
    }

    private Challenge with(ChallengeStatus newStatus, Instant now, @Nullable UUID match) {
        return new Challenge(id, challengerId, challengedId, mode, newStatus, createdAt, expiresAt, now, match);
    }
}
