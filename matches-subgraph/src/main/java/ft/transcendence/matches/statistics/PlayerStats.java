package ft.transcendence.matches.statistics;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A player's statistics, as described by the schema's type of the same name. */
record PlayerStats(
        int played,
        int wins,
        int losses,
        @Nullable Double winRate,
        int streak,
        int longestStreak,
        List<ModeStats> byMode) {

    /** The statistics for one mode, as described by the schema's type of the same name. */
    record ModeStats(String mode, int played, int wins, int losses, int streak, int longestStreak) {}

    static PlayerStats of(Map<String, Statistics> byMode) {
        Statistics overall = byMode.getOrDefault(StatisticsService.OVERALL, Statistics.NONE);
        return new PlayerStats(
                overall.played(),
                overall.wins(),
                overall.losses(),
                overall.played() == 0 ? null : (double) overall.wins() / overall.played(),
                overall.streak(),
                overall.longestStreak(),
                Stream.of("ONE_VS_ONE", "TWO_VS_TWO")
                        .map(mode -> of(mode, byMode.getOrDefault(mode, Statistics.NONE)))
                        .toList());
    }

    private static ModeStats of(String mode, Statistics statistics) {
        return new ModeStats(
                mode,
                statistics.played(),
                statistics.wins(),
                statistics.losses(),
                statistics.streak(),
                statistics.longestStreak());
    }
}
