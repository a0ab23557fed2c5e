package ft.transcendence.users.achievement;

import ft.transcendence.users.totals.MatchResult;
import ft.transcendence.users.totals.MatchResult.Player;
import ft.transcendence.users.totals.ResultCounted;
import ft.transcendence.users.totals.ResultUncounted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Keeps players' achievements up to date, in the transaction of each result that begins to count or no longer does. The
 * totals decide which results count, and lock the players ({@link ResultCounted}).
 */
@Service
public class Achievements {

    private final StoredAchievements stored;
    private final ApplicationEventPublisher events;

    Achievements(StoredAchievements stored, ApplicationEventPublisher events) {
        this.stored = stored;
        this.events = events;
    }

    @EventListener
    void on(ResultCounted event) {
        update(event.result(), event.totals().keySet(), (before, player) -> before.with(event.result(), player));
    }

    /** A result from before there were achievements is only part of the totals. */
    @EventListener
    void on(ResultUncounted event) {
        update(
                event.result(),
                event.totals().keySet(),
                (before, player) -> event.announced() ? before.without(event.result(), player) : before);
    }

    /** The achievements of these users. */
    Map<UUID, PlayerAchievements> of(Collection<UUID> users) {
        Map<UUID, PlayerAchievements> found = new HashMap<>(stored.of(users));
        users.forEach(user -> found.putIfAbsent(user, PlayerAchievements.NONE));
        return found;
    }

    /** Deletes a user's achievements. */
    public void remove(UUID user) {
        stored.remove(user);
    }

    private void update(
            MatchResult result, Set<UUID> users, BiFunction<PlayerProgress, Player, PlayerProgress> change) {
        if (users.isEmpty()) {
            return;
        }
        Map<UUID, PlayerAchievements> before = of(users);
        Map<UUID, PlayerAchievements> after = new HashMap<>();
        List<AchievementsChanged> changes = new ArrayList<>();
        for (Player player : result.players()) {
            PlayerAchievements old = before.get(player.userId());
            if (old != null) {
                PlayerAchievements updated = old.after(change.apply(old.progress(), player), result.completedAt());
                after.put(player.userId(), updated);
                changes.add(difference(player.userId(), old, updated));
            }
        }
        stored.save(after);
        changes.stream().filter(each -> !each.isEmpty()).forEach(events::publishEvent);
    }

    private static AchievementsChanged difference(UUID user, PlayerAchievements before, PlayerAchievements after) {
        return new AchievementsChanged(
                user,
                without(after.earned().keySet(), before.earned().keySet()),
                without(before.earned().keySet(), after.earned().keySet()));
    }

    private static Set<AchievementCode> without(Set<AchievementCode> codes, Set<AchievementCode> others) {
        Set<AchievementCode> rest = new LinkedHashSet<>(codes);
        rest.removeAll(others);
        return rest;
    }
}
