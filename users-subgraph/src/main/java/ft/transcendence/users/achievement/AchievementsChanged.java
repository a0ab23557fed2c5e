package ft.transcendence.users.achievement;

import java.util.Set;
import java.util.UUID;

/**
 * A player earned achievements or lost them again. Published within the application, in the transaction of the result
 * that changed them.
 *
 * @param lost those that are taken back, because a result was voided or arrived late
 */
public record AchievementsChanged(UUID user, Set<AchievementCode> earned, Set<AchievementCode> lost) {

    public AchievementsChanged {
        earned = Set.copyOf(earned);
        lost = Set.copyOf(lost);
    }

    boolean isEmpty() {
        return earned.isEmpty() && lost.isEmpty();
    }
}
