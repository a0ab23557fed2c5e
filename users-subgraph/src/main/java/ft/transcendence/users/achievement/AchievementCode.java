package ft.transcendence.users.achievement;

import ft.transcendence.users.totals.Totals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of achievements, as described by the schema's enum of the same name, in the order in which players see
 * it. A new one that existing players may have reached comes with a migration that awards it to them.
 */
public enum AchievementCode {
    FIRST_WIN("First Win", "Win a match.", 1, (totals, progress) -> totals.wins()),
    TEN_WINS("Getting Good", "Win 10 matches.", 10, (totals, progress) -> totals.wins()),
    HUNDRED_WINS("Champion", "Win 100 matches.", 100, (totals, progress) -> totals.wins()),
    THOUSAND_WINS("Legend", "Win 1,000 matches.", 1000, (totals, progress) -> totals.wins()),
    HUNDRED_MATCHES("Regular", "Play 100 matches.", 100, (totals, progress) -> totals.played()),
    TEN_THOUSAND_POINTS("Point Collector", "Score 10,000 points.", 10_000, (totals, progress) -> totals.score()),
    FLAWLESS_WIN(
            "Flawless",
            "Reach the points to win before the opponents score.",
            1,
            (totals, progress) -> progress.flawlessWins()),
    TEN_FLAWLESS_WINS(
            "Untouchable",
            "Reach the points to win before the opponents score, in 10 matches.",
            10,
            (totals, progress) -> progress.flawlessWins()),
    BOTH_MODES("All-Rounder", "Win alone and in a team.", 2, (totals, progress) -> progress.modesWon()),
    TEN_TEAM_WINS("Team Player", "Win 10 matches in a team.", 10, (totals, progress) -> progress.teamWins()),
    THREE_IN_A_ROW("On a Roll", "Win 3 matches in a row.", 3, (totals, progress) -> progress.longestStreak()),
    TEN_IN_A_ROW("Unstoppable", "Win 10 matches in a row.", 10, (totals, progress) -> progress.longestStreak());

    private static final Map<String, AchievementCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AchievementCode::name, Function.identity()));

    private static final Map<UUID, AchievementCode> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AchievementCode::id, Function.identity()));

    private final String title;
    private final String description;
    private final int goal;
    private final ToLongBiFunction<Totals, PlayerProgress> measure;

    AchievementCode(String title, String description, int goal, ToLongBiFunction<Totals, PlayerProgress> measure) {
        this.title = title;
        this.description = description;
        this.goal = goal;
        this.measure = measure;
    }

    /** The achievement with this {@link #id()}; null if there is none. */
    public static @Nullable AchievementCode withId(UUID id) {
        return BY_ID.get(id);
    }

    /** The achievement of this name; null if this version of the application does not know it. */
    static @Nullable AchievementCode named(String name) {
        return BY_NAME.get(name);
    }

    /** Identifies the achievement where an id is needed; the same in every version. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(("achievement/" + name()).getBytes(StandardCharsets.UTF_8));
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    int goal() {
        return goal;
    }

    /** How far a player has come, from 0 to {@link #goal()}. */
    int progress(Totals totals, PlayerProgress progress) {
        return Math.toIntExact(Math.min(goal, measure.applyAsLong(totals, progress)));
    }

    boolean isReached(Totals totals, PlayerProgress progress) {
        return progress(totals, progress) == goal;
    }
}
