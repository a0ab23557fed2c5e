package ft.transcendence.matches.statistics;

/**
 * Statistics of completed matches.
 *
 * @param streak the current run of wins if positive, of losses if negative
 * @param longestStreak the longest run of wins
 */
public record Statistics(int played, int wins, int losses, int streak, int longestStreak) {

    static final Statistics NONE = new Statistics(0, 0, 0, 0, 0);

    public Statistics {
        if (played != wins + losses) {
            throw new IllegalArgumentException("Wins and losses must add up to the matches played");
        }
    }

    /** These statistics after one more match. */
    Statistics with(boolean won) {
        int newStreak = won ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1;
        return new Statistics(
                played + 1,
                wins + (won ? 1 : 0),
                losses + (won ? 0 : 1),
                newStreak,
                Math.max(longestStreak, newStreak));
    }
}
