package ft.transcendence.federation.differential;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random choices from one seed. */
final class Dice {

    private final RandomGenerator random;

    Dice(long seed) {
        // neighboring seeds of java.util.Random start alike
        this.random = new SplittableRandom(seed);
    }

    /** True with this probability, in percent. */
    boolean percent(int probability) {
        return random.nextInt(100) < probability;
    }

    /** A number from the range, both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long nextLong() {
        return random.nextLong();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
