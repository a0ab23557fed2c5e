package ft.transcendence.matches.rating;

import ft.transcendence.matches.player.PlayerErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes players whose accounts were deleted from the leaderboard. */
@Component
class PlayerErasureListener {

    private final RatingLedger ledger;

    PlayerErasureListener(RatingLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(PlayerErased event) {
        ledger.hide(event.userId());
    }
}
