package ft.transcendence.federation.executor.compiler;

/**
 * How much memory the next execution likely needs, learnt from the last ones. It grows at once and shrinks by and by, so that responses of
 * changing size do not make buffers grow each time, while one huge response is soon forgotten; and it has a bound, past which a buffer grows
 * when it must.
 *
 * <p>Executions on several threads may lose each other's sizes, which does no harm.
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
        int wanted = Math.clamp(needed, least, most);
        int known = expected;
        expected = wanted >= known ? wanted : known - (known - wanted + 3) / 4;
    }
}
