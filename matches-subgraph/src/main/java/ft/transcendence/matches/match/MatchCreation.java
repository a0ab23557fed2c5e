package ft.transcendence.matches.match;

import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.matches.player.PlayerRegistry.Registered;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates matches, in the transaction of the feature that wants one. A match without a game server is assigned one after
 * the commit. Its players are locked in the order of their ids.
 */
@Service
public class MatchCreation {

    private final MatchStore matches;
    private final MatchIds ids;
    private final PlayerRegistry players;
    private final ApplicationEventPublisher events;
    private final MatchAvailability availability;
    private final Clock clock;

    MatchCreation(
            MatchStore matches,
            MatchIds ids,
            PlayerRegistry players,
            ApplicationEventPublisher events,
            MatchAvailability availability,
            Clock clock) {
        this.matches = matches;
        this.ids = ids;
        this.players = players;
        this.events = events;
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * Creates a match.
     *
     * @throws ChangeRejectedException if the teams do not fit the mode, or if a player's account was deleted or the
     *     player is in another match
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Match create(NewMatch created) {
        return create(ids.next(), created);
    }

    Match create(UUID id, NewMatch created) {
        Match match = new Match(id, created, clock.instant());
        List<UUID> playerIds = match.players().stream().map(MatchPlayer::userId).toList();
        List<Registered> registered = players.admit(playerIds);
        requireNoneErased(registered);
        registered.stream()
                .filter(Registered::isNamed)
                .flatMap(player -> match.player(player.userId()).stream())
                .forEach(MatchPlayer::makeKnown);
        availability.requireAvailable(playerIds);
        matches.insert(match);
        events.publishEvent(new MatchCreated(id, created.createdBy(), playerIds));
        events.publishEvent(MatchChanged.of(match));
        if (match.serverId().isEmpty()) {
            events.publishEvent(new MatchWaiting(id));
        }
        return match;
    }

    private static void requireNoneErased(List<Registered> players) {
        List<UUID> erased = players.stream()
                .filter(Registered::isErased)
                .map(Registered::userId)
                .toList();
        if (!erased.isEmpty()) {
            throw new ChangeRejectedException(
                    MatchErrorCode.PLAYER_ERASED, "These accounts were deleted: " + erased + ".", null);
        }
    }
}
