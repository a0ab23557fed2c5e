package ft.transcendence.platform.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides when a JVM is warm: when the cost of a request no longer falls. It compares the mean of the last windows with the mean of as many
 * windows before them, because single windows differ by a few percent on any machine.
 */
final class Stability {

    /** How many windows are averaged. */
    static final int WINDOWS = 3;

    /** The relative difference up to which two means count as equal. */
    static final double TOLERANCE = 0.03;

    private final List<Double> costs = new ArrayList<>();

    /** Adds the mean cost of a request in the next window. */
    void add(double cost) {
        costs.add(cost);
    }

    boolean isReached() {
        int count = costs.size();
        if (count < 2 * WINDOWS) {
            return false;
        }
        double earlier = mean(count - 2 * WINDOWS);
        double later = mean(count - WINDOWS);
        return Math.abs(earlier - later) <= TOLERANCE * earlier;
    }

    private double mean(int from) {
        return costs.subList(from, from + WINDOWS).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
