package ft.transcendence.matches.rating;

/**
 * How strong a player is, and how sure we are of it, on the scale players see (1500 is an average beginner).
 *
 * @param value the estimated strength, in rating points
 * @param deviation the standard error of {@code value}, in rating points; at most {@link #MAXIMUM_DEVIATION}
 * @param volatility how erratic the player's results are, without unit; Glicko-2 moves it slowly
 */
public record Rating(double value, double deviation, double volatility) {

    static final double MAXIMUM_DEVIATION = 350;

    /** Who has never played is of average strength, with the largest uncertainty. */
    public static final Rating INITIAL = new Rating(1500, MAXIMUM_DEVIATION, 0.06);

    public Rating {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A rating must be a number, not " + value);
        }
        if (!(deviation > 0 && deviation <= MAXIMUM_DEVIATION)) {
            throw new IllegalArgumentException("A deviation lies in (0, 350], not " + deviation);
        }
        if (!(volatility > 0 && Double.isFinite(volatility))) {
            throw new IllegalArgumentException("A volatility is positive, not " + volatility);
        }
    }
}
