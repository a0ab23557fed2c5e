package ft.transcendence.matches.challenge;

import ft.transcendence.matches.block.PlayerBlocked;
import ft.transcendence.matches.player.PlayerErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Cancels challenges that cannot be accepted any more, in the transaction of the event. */
@Component
class ChallengeListener {

    private final Challenges challenges;

    ChallengeListener(Challenges challenges) {
        this.challenges = challenges;
    }

    @EventListener
    void on(PlayerBlocked event) {
        challenges.cancelBetween(event.blocker(), event.blocked());
    }

    @EventListener
    void on(PlayerErased event) {
        challenges.cancelAllOf(event.userId());
    }
}
