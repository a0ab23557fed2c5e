package ft.transcendence.users.totals;

/**
 * What a player's results add up to.
 *
 * @param score the sum of the player's scores
 */
public record Totals(int wins, int losses, long score) {

    public static final Totals NONE = new Totals(0, 0, 0);

    /** These totals and one more result of the player. */
    public Totals plus(MatchResult.Player player) {
        return plus(player, 1);
    }

    /** These totals without one of the results that they contain. */
    public Totals minus(MatchResult.Player player) {
        return plus(player, -1);
    }

    public int played() {
        return wins + losses;
    }

    private Totals plus(MatchResult.Player player, int times) {
        return new Totals(
                wins + (player.won() ? times : 0), losses + (player.won() ? 0 : times), score + times * player.score());
    }
}
