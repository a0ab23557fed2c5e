package ft.transcendence.users.achievement;

import ft.transcendence.users.totals.MatchResult;
import ft.transcendence.users.totals.MatchResult.Player;

/**
 * What achievements need to know of a player's results, beyond their totals.
 *
 * @param flawlessWins wins by reaching the points to win before the opponents scored
 * @param soloWins wins in matches of two
 * @param teamWins wins in matches of four
 */
record PlayerProgress(int flawlessWins, int soloWins, int teamWins, WinStreak streak) {

    static final PlayerProgress NONE = new PlayerProgress(0, 0, 0, WinStreak.NONE);

    PlayerProgress with(MatchResult result, Player player) {
        return count(
                result,
                player,
                1,
                streak.with(new WinStreak.Outcome(result.completedAt(), result.matchId(), player.won())));
    }

    /** This progress without a result that it contains. */
    PlayerProgress without(MatchResult result, Player player) {
        return count(result, player, -1, streak.without(result.matchId()));
    }

    int longestStreak() {
        return streak.longest();
    }

    int modesWon() {
        return Integer.signum(soloWins) + Integer.signum(teamWins);
    }

    private PlayerProgress count(MatchResult result, Player player, int times, WinStreak changed) {
        if (!player.won()) {
            return new PlayerProgress(flawlessWins, soloWins, teamWins, changed);
        }
        return new PlayerProgress(
                flawlessWins + (isFlawless(result, player) ? times : 0),
                soloWins + (result.mode().equals(MatchResult.SOLO) ? times : 0),
                teamWins + (result.mode().equals(MatchResult.TEAM) ? times : 0),
                changed);
    }

    private static boolean isFlawless(MatchResult result, Player winner) {
        return result.isPlayedToTheEnd() && result.opponentsOf(winner).allMatch(opponent -> opponent.score() == 0);
    }
}
