package ft.transcendence.federation.executor.compiler;

/**
 * How much memory the next execution probably needs, learnt from the previous ones. The hint grows at once and shrinks gradually: buffers need
 * not grow each time if sizes vary, and a single huge response is soon forgotten. It has an upper bound; larger buffers grow when they have to.
 *
 * <p>Concurrent executions may overwrite each other's sizes, which does no harm.
 */
public final class SizeHint {

    private final int least;
    private final int most;
    private int expected;

    SizeHint(int least, int most) {
        this.least = least;
        this.most = most;
        this.expected = least;
    }

    public int expected() {
        return expected;
    }

    public void remember(int needed) {
        int clamped = Math.clamp(needed, least, most);
        int known = expected;
        expected = clamped >= known ? clamped : known - (known - clamped + 3) / 4;
    }
}
