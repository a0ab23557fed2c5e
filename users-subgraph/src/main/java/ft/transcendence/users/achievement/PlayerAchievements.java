package ft.transcendence.users.achievement;

import ft.transcendence.users.totals.Totals;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A player's achievements. They follow from the results that count: one is earned when its goal is reached, and taken
 * back if a voided result was needed for it.
 *
 * @param earned when the player earned which, in the order of the catalogue
 */
record PlayerAchievements(Totals totals, PlayerProgress progress, Map<AchievementCode, Instant> earned) {

    static final PlayerAchievements NONE = new PlayerAchievements(Totals.NONE, PlayerProgress.NONE, Map.of());

    PlayerAchievements {
        Map<AchievementCode, Instant> ordered = new EnumMap<>(AchievementCode.class);
        ordered.putAll(earned);
        earned = Collections.unmodifiableMap(ordered);
    }

    /**
     * The achievements with other progress, after a result changed it.
     *
     * @param at when the match ended
     */
    PlayerAchievements after(PlayerProgress changed, Instant at) {
        Map<AchievementCode, Instant> reached = new EnumMap<>(AchievementCode.class);
        for (AchievementCode code : AchievementCode.values()) {
            if (code.isReached(totals, changed)) {
                reached.put(code, earned.getOrDefault(code, at));
            }
        }
        return new PlayerAchievements(totals, changed, reached);
    }

    /** The whole catalogue, with what the player has reached of it. */
    List<AchievementProgress> list() {
        return Arrays.stream(AchievementCode.values())
                .map(code -> new AchievementProgress(
                        Achievement.of(code), code.progress(totals, progress), earned.get(code)))
                .toList();
    }
}
