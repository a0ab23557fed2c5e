package ft.transcendence.matches.rating;

import java.util.List;

/**
 * The Glicko-2 rating system, as described by Mark Glickman in "Example of the Glicko-2 system" (Boston University,
 * revised 2022, http://www.glicko.net/glicko/glicko2.pdf). Step numbers below refer to the paper.
 *
 * <p>Time is measured in rating periods, which can be fractional. Transcendental functions come from {@link
 * StrictMath}, so that the same history gives the same bits on every machine and a replay can be compared with the
 * stored ratings.
 */
final class Glicko2 {

    /** Rating points per unit of the paper's internal scale (step 2). */
    private static final double POINTS_PER_UNIT = 173.7178;

    /**
     * The paper's τ: how much volatilities can change. 0.5 is the paper's example and the middle of its recommended
     * range.
     */
    private static final double VOLATILITY_CHANGE = 0.5;

    private static final double CONVERGENCE = 0.000001;

    private Glicko2() {}

    /** A game from the rated player's point of view. {@code score} is 1 for a win, 0 for a loss. */
    record Game(double opponentValue, double opponentDeviation, double score) {}

    /** The rating after a period with the given games, at whose end the deviation grows by {@code periods}. */
    static Rating afterGames(Rating player, List<Game> games, double periods) {
        if (games.isEmpty()) {
            return afterInactivity(player, periods);
        }
        double strength = (player.value() - Rating.INITIAL.value()) / POINTS_PER_UNIT;
        double deviation = player.deviation() / POINTS_PER_UNIT;

        // steps 3 and 4: the variance of the strength based on the games alone, and the estimated improvement
        double information = 0;
        double surprise = 0;
        for (Game game : games) {
            double opponent = (game.opponentValue() - Rating.INITIAL.value()) / POINTS_PER_UNIT;
            double weight = weight(game.opponentDeviation() / POINTS_PER_UNIT);
            double expected = 1 / (1 + StrictMath.exp(-weight * (strength - opponent)));
            information += weight * weight * expected * (1 - expected);
            surprise += weight * (game.score() - expected);
        }
        double variance = 1 / information;
        double improvement = variance * surprise;

        double volatility = volatility(player.volatility(), deviation, variance, improvement);

        // steps 6 to 8
        double widened = Math.sqrt(deviation * deviation + periods * volatility * volatility);
        double newDeviation = 1 / Math.sqrt(1 / (widened * widened) + 1 / variance);
        double newStrength = strength + newDeviation * newDeviation * surprise;
        return new Rating(
                newStrength * POINTS_PER_UNIT + Rating.INITIAL.value(),
                Math.min(newDeviation * POINTS_PER_UNIT, Rating.MAXIMUM_DEVIATION),
                volatility);
    }

    /** The rating of a player who did not play for that long: the same strength, a larger deviation. */
    static Rating afterInactivity(Rating player, double periods) {
        double deviation = player.deviation() / POINTS_PER_UNIT;
        double widened = Math.sqrt(deviation * deviation + periods * player.volatility() * player.volatility());
        return new Rating(
                player.value(), Math.min(widened * POINTS_PER_UNIT, Rating.MAXIMUM_DEVIATION), player.volatility());
    }

    /** The number of inactive periods after which the deviation reaches {@code limit}; 0 or less if it already has. */
    static double periodsUntilDeviation(Rating player, double limit) {
        double now = player.deviation() / POINTS_PER_UNIT;
        double then = limit / POINTS_PER_UNIT;
        return (then * then - now * now) / (player.volatility() * player.volatility());
    }

    /** The paper's g: a result against an opponent of uncertain strength has less weight. */
    private static double weight(double deviation) {
        return 1 / Math.sqrt(1 + 3 * deviation * deviation / (Math.PI * Math.PI));
    }

    /** Step 5: the new volatility, by the Illinois variant of regula falsi. */
    private static double volatility(double volatility, double deviation, double variance, double improvement) {
        double start = StrictMath.log(volatility * volatility);
        double deviationSquared = deviation * deviation;
        double improvementSquared = improvement * improvement;

        double lower = start;
        double upper;
        if (improvementSquared > deviationSquared + variance) {
            upper = StrictMath.log(improvementSquared - deviationSquared - variance);
        } else {
            double steps = 1;
            while (slope(start - steps * VOLATILITY_CHANGE, start, deviationSquared, variance, improvementSquared)
                    < 0) {
                steps++;
            }
            upper = start - steps * VOLATILITY_CHANGE;
        }
        double atLower = slope(lower, start, deviationSquared, variance, improvementSquared);
        double atUpper = slope(upper, start, deviationSquared, variance, improvementSquared);
        while (Math.abs(upper - lower) > CONVERGENCE) {
            double middle = lower + (lower - upper) * atLower / (atUpper - atLower);
            double atMiddle = slope(middle, start, deviationSquared, variance, improvementSquared);
            if (atMiddle * atUpper <= 0) {
                lower = upper;
                atLower = atUpper;
            } else {
                atLower /= 2;
            }
            upper = middle;
            atUpper = atMiddle;
        }
        return StrictMath.exp(lower / 2);
    }

    /** The paper's f, whose root is the logarithm of the new volatility's square. */
    private static double slope(
            double candidate, double start, double deviationSquared, double variance, double improvementSquared) {
        double power = StrictMath.exp(candidate);
        double total = deviationSquared + variance + power;
        return power * (improvementSquared - total) / (2 * total * total)
                - (candidate - start) / (VOLATILITY_CHANGE * VOLATILITY_CHANGE);
    }
}
