package ft.transcendence.users.achievement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a player has come with an achievement, as exposed by the schema's type of the same name.
 *
 * @param progress 0 to the goal
 * @param earnedAt when the player earned it, or null
 */
record AchievementProgress(
        Achievement achievement, int progress, @Nullable Instant earnedAt) {}
