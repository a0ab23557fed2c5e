package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Locks tournaments, stores the changed ones, and says so within the application. */
@Component
class TournamentChanges {

    private final TournamentStore tournaments;
    private final EntrantStore entrants;
    private final PairingStore pairings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TournamentChanges(
            TournamentStore tournaments,
            EntrantStore entrants,
            PairingStore pairings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tournaments = tournaments;
        this.entrants = entrants;
        this.pairings = pairings;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ChangeRejectedException with {@link TournamentErrorCode#TOURNAMENT_NOT_FOUND} */
    Tournament lock(UUID id) {
        return tournaments
                .lock(id)
                .orElseThrow(() -> new ChangeRejectedException(
                        TournamentErrorCode.TOURNAMENT_NOT_FOUND, "There is no such tournament.", "tournamentId"));
    }

    /** @throws ChangeRejectedException with {@link TournamentErrorCode#NOT_ORGANIZER} as well */
    Tournament lockOrganized(UUID organizer, UUID id) {
        Tournament tournament = lock(id);
        if (!tournament.isOrganizedBy(organizer)) {
            throw new ChangeRejectedException(
                    TournamentErrorCode.NOT_ORGANIZER,
                    "Only the organizer of a tournament can do this.",
                    "tournamentId");
        }
        return tournament;
    }

    Tournament create(Tournament created) {
        tournaments.insert(created);
        return publish(created);
    }

    Tournament save(Tournament changed) {
        tournaments.update(changed);
        return publish(changed);
    }

    /** Ends a tournament, with its players in their final order; none if it has no such order. */
    Tournament end(Tournament tournament, TournamentStatus how, List<UUID> playersByPlace) {
        entrants.end(tournament.id(), playersByPlace);
        pairings.stop(tournament.id());
        return save(tournament.ended(how, clock.instant()));
    }

    private Tournament publish(Tournament changed) {
        events.publishEvent(new TournamentChanged(changed));
        return changed;
    }
}
