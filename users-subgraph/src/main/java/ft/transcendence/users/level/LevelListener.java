package ft.transcendence.users.level;

import ft.transcendence.users.totals.MatchResult;
import ft.transcendence.users.totals.ResultCounted;
import ft.transcendence.users.totals.ResultUncounted;
import ft.transcendence.users.totals.Totals;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Compares players' levels before and after a result, and tells the application of changes. */
@Component
class LevelListener {

    private final ApplicationEventPublisher events;

    LevelListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(ResultCounted event) {
        for (MatchResult.Player player : event.result().players()) {
            Totals after = event.totals().get(player.userId());
            if (after != null) {
                compare(player.userId(), after.minus(player), after);
            }
        }
    }

    @EventListener
    void on(ResultUncounted event) {
        for (MatchResult.Player player : event.result().players()) {
            Totals after = event.totals().get(player.userId());
            if (after != null) {
                compare(player.userId(), after.plus(player), after);
            }
        }
    }

    private void compare(UUID user, Totals before, Totals after) {
        int from = Level.of(before).number();
        int to = Level.of(after).number();
        if (from != to) {
            events.publishEvent(new LevelChanged(user, from, to));
        }
    }
}
