package ft.transcendence.matches.tournament;

import ft.transcendence.matches.block.PlayerBlocked;
import ft.transcendence.matches.match.MatchEnded;
import ft.transcendence.matches.player.PlayerErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows matches of tournaments, blocks and deleted accounts, in the same transaction. */
@Component
class TournamentListener {

    private final Tournaments tournaments;
    private final Registration registration;
    private final TournamentProgress progress;

    TournamentListener(Tournaments tournaments, Registration registration, TournamentProgress progress) {
        this.tournaments = tournaments;
        this.registration = registration;
        this.progress = progress;
    }

    @EventListener
    void on(MatchEnded event) {
        if (event.match().createdBy().equals(TournamentProgress.CREATOR)) {
            progress.follow(event.match(), event.absent());
        }
    }

    @EventListener
    void on(PlayerBlocked event) {
        registration.separate(event.blocker(), event.blocked());
    }

    @EventListener
    void on(PlayerErased event) {
        tournaments.erase(event.userId());
    }
}
