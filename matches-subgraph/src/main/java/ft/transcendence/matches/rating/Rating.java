package ft.transcendence.matches.rating;

/**
 * The estimated strength of a player and its uncertainty, on the scale shown to players (1500 is an average beginner).
 *
 * @param value the estimated strength, in rating points
 * @param deviation the standard error of {@code value}, in rating points; at most {@link #MAXIMUM_DEVIATION}
 * @param volatility how erratic the player's results are; without unit
 */
public record Rating(double value, double deviation, double volatility) {

    static final double MAXIMUM_DEVIATION = 350;

    /** The rating of a player who has never played: average strength, maximum deviation. */
    public static final Rating INITIAL = new Rating(1500, MAXIMUM_DEVIATION, 0.06);

    public Rating {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A rating must be a number, not " + value);
        }
        if (!(deviation > 0 && deviation <= MAXIMUM_DEVIATION)) {
            throw new IllegalArgumentException("A deviation must be in (0, 350], not " + deviation);
        }
        if (!(volatility > 0 && Double.isFinite(volatility))) {
            throw new IllegalArgumentException("A volatility must be positive, not " + volatility);
        }
    }
}
