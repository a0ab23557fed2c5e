package ft.transcendence.matches.challenge;

import ft.transcendence.matches.block.Blocks;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchCreation;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.match.NewMatch;
import ft.transcendence.matches.player.PlayerErrorCode;
import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends and answers challenges. Rows are always locked in the same order: the two players by id, then the challenge. So
 * two players who challenge each other at the same time find one another's challenge, and get one match.
 */
@Service
class Challenges {

    /** Why a challenge has a match. */
    private static final String CREATOR = "challenge";

    private static final Duration HOUR = Duration.ofHours(1);

    private final ChallengeStore stored;
    private final ChallengeEventPublisher events;
    private final PlayerRegistry players;
    private final Blocks blocks;
    private final MatchCreation matches;
    private final ChallengeProperties limits;
    private final Clock clock;

    Challenges(
            ChallengeStore stored,
            ChallengeEventPublisher events,
            PlayerRegistry players,
            Blocks blocks,
            MatchCreation matches,
            ChallengeProperties limits,
            Clock clock) {
        this.stored = stored;
        this.events = events;
        this.players = players;
        this.blocks = blocks;
        this.matches = matches;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends a challenge. If the other player already sent one, it is accepted. A repetition returns the challenge that
     * is open, or was accepted and is being played.
     */
    @Transactional
    Challenge send(UUID challenger, UUID challenged, MatchMode mode) {
        requireAnother(challenger, challenged);
        requireChallengeable(mode);
        players.register(List.of(challenger));
        requireAvailable(challenger, challenged);
        Optional<Challenge> open = stored.lockOpen(challenger, challenged).map(this::expireIfDue);
        if (open.filter(Challenge::isOpen).isPresent()) {
            Challenge found = open.get();
            return found.challengerId().equals(challenger) ? found : createMatch(found);
        }
        return stored.findPlayed(challenger, challenged).orElseGet(() -> create(challenger, challenged, mode));
    }

    /** Accepts a challenge, which creates the match. A repetition returns the accepted challenge. */
    @Transactional
    Challenge accept(UUID player, UUID id) {
        Challenge challenge = lock(id, found -> found.challengedId().equals(player));
        if (challenge.status() == ChallengeStatus.ACCEPTED) {
            return challenge;
        }
        requireOpen(challenge);
        requireAvailable(player, challenge.challengerId());
        return createMatch(challenge);
    }

    @Transactional
    Challenge decline(UUID player, UUID id) {
        return end(lock(id, found -> found.challengedId().equals(player)), ChallengeStatus.DECLINED);
    }

    @Transactional
    Challenge cancel(UUID player, UUID id) {
        return end(lock(id, found -> found.challengerId().equals(player)), ChallengeStatus.CANCELLED);
    }

    /** Cancels the open challenge between two players, one of whom blocked the other. */
    @Transactional
    public void cancelBetween(UUID one, UUID other) {
        stored.lockOpen(one, other).ifPresent(challenge -> change(cancelled(challenge)));
    }

    /** Cancels all open challenges of a player whose account was deleted. */
    @Transactional
    public void cancelAllOf(UUID player) {
        stored.lockAllOpen(player).forEach(challenge -> change(cancelled(challenge)));
    }

    /** Expires at most this many challenges that nobody answered. Returns how many. */
    @Transactional
    public int expireDue(int limit) {
        List<Challenge> due = stored.lockDue(clock.instant(), limit);
        due.forEach(this::expireIfDue);
        return due.size();
    }

    private Challenge create(UUID challenger, UUID challenged, MatchMode mode) {
        if (stored.countSent(challenger, clock.instant().minus(HOUR)) >= limits.perHour()) {
            throw new ChangeRejectedException(
                    ChallengeErrorCode.TOO_MANY_CHALLENGES,
                    "You can send %d challenges per hour. Try again later.".formatted(limits.perHour()),
                    null);
        }
        Challenge sent = Challenge.sent(challenger, challenged, mode, clock.instant(), limits.lifetime());
        stored.insert(sent);
        events.publish(sent);
        return sent;
    }

    private Challenge createMatch(Challenge challenge) {
        Match match = matches.create(NewMatch.waiting(
                challenge.mode(), List.of(challenge.challengerId()), List.of(challenge.challengedId()), CREATOR, null));
        return change(challenge.accepted(match.id(), clock.instant()));
    }

    private Challenge end(Challenge challenge, ChallengeStatus how) {
        if (challenge.status() == how) {
            return challenge;
        }
        requireOpen(challenge);
        return change(challenge.ended(how, clock.instant()));
    }

    private Challenge cancelled(Challenge challenge) {
        return challenge.ended(ChallengeStatus.CANCELLED, clock.instant());
    }

    private Challenge expireIfDue(Challenge challenge) {
        Challenge current = challenge.at(clock.instant());
        return current.equals(challenge) ? challenge : change(challenge.ended(current.status(), clock.instant()));
    }

    private Challenge change(Challenge changed) {
        stored.update(changed);
        events.publish(changed);
        return changed;
    }

    /** The challenge at this time, locked with its players; those of others do not exist for the caller. */
    private Challenge lock(UUID id, Predicate<Challenge> isOwn) {
        Challenge found = stored.find(id).filter(isOwn).orElseThrow(Challenges::notFound);
        players.lock(List.of(found.challengerId(), found.challengedId()));
        return stored.lock(id).orElseThrow(Challenges::notFound).at(clock.instant());
    }

    private static ChangeRejectedException notFound() {
        return new ChangeRejectedException(
                ChallengeErrorCode.CHALLENGE_NOT_FOUND, "There is no such challenge.", "challengeId");
    }

    private static void requireOpen(Challenge challenge) {
        if (!challenge.isOpen()) {
            throw new ChangeRejectedException(
                    ChallengeErrorCode.CHALLENGE_CLOSED,
                    "This challenge is no longer open: it is %s.".formatted(challenge.status()),
                    "challengeId");
        }
    }

    private static void requireAnother(UUID challenger, UUID challenged) {
        if (challenger.equals(challenged)) {
            throw new ChangeRejectedException(
                    ChallengeErrorCode.CHALLENGED_SELF, "You cannot challenge yourself.", "to");
        }
    }

    private static void requireChallengeable(MatchMode mode) {
        if (mode != MatchMode.ONE_VS_ONE) {
            throw new ChangeRejectedException(
                    ChallengeErrorCode.MODE_NOT_CHALLENGEABLE, "A challenge is for two players: ONE_VS_ONE.", "mode");
        }
    }

    /** Locks both players. The response does not tell whether the other one is unknown, erased, or blocked the caller. */
    private void requireAvailable(UUID caller, UUID other) {
        boolean available = players.lock(List.of(caller, other)).stream()
                .filter(player -> player.userId().equals(other))
                .anyMatch(player -> player.isNamed() && !player.isErased());
        if (!available || blocks.isBetween(caller, other)) {
            throw new ChangeRejectedException(
                    PlayerErrorCode.PLAYER_UNAVAILABLE, "This player cannot be challenged.", "to");
        }
    }
}
