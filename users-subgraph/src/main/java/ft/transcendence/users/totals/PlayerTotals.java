package ft.transcendence.users.totals;

/**
 * The totals of a player's completed matches.
 *
 * @param wins matches won
 * @param losses matches lost
 * @param totalScore the sum of the player's scores
 */
record PlayerTotals(int wins, int losses, long totalScore) {

    static final PlayerTotals NONE = new PlayerTotals(0, 0, 0);
}
