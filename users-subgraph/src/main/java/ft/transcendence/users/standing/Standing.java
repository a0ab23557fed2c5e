package ft.transcendence.users.standing;

/**
 * What a player's completed matches add up to.
 *
 * @param wins matches won
 * @param losses matches lost
 * @param totalScore the sum of the player's scores
 */
record Standing(int wins, int losses, long totalScore) {

    static final Standing NONE = new Standing(0, 0, 0);
}
