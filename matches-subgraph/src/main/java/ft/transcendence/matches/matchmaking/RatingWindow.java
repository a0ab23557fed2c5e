package ft.transcendence.matches.matchmaking;

import java.time.Duration;
import java.time.Instant;

/**
 * How far apart the ratings of opponents may be: {@code min(max, base + growth · √waited + certainty · (deviation +
 * deviation))}. An uncertain rating may be far from the true strength, so it allows a larger distance.
 *
 * <p>The longer wait of the two counts. If both had to have waited, a player at the edge of the ratings would wait for
 * ever: everybody near them is matched with closer opponents before their own window is that wide.
 *
 * @param base the distance allowed at once, in rating points
 * @param growth the points added per square root of a second of waiting: fast at first, ever slower
 * @param certainty the share of both deviations that is added
 * @param max the largest distance, in rating points
 */
record RatingWindow(double base, double growth, double certainty, double max) {

    private static final double MILLIS_PER_SECOND = 1e3;

    RatingWindow {
        if (!(base >= 0 && growth > 0 && certainty >= 0 && max >= base)) {
            throw new IllegalArgumentException("a rating window must not be negative, must grow, and must end at a"
                    + " distance that is not below its first");
        }
    }

    /** The allowed distance of two candidates in rating points. */
    double allowed(Candidate one, Candidate other, Instant now) {
        Duration waited = one.joinedAt().isBefore(other.joinedAt()) ? one.waited(now) : other.waited(now);
        double widened = base
                + growth * Math.sqrt(waited.toMillis() / MILLIS_PER_SECOND)
                + certainty * (one.deviation() + other.deviation());
        return Math.min(max, widened);
    }

    boolean allows(Candidate one, Candidate other, Instant now) {
        return one.distance(other) <= allowed(one, other, now);
    }
}
