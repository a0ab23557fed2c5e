package ft.transcendence.platform.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Prints the progress of a command, one line per event. */
final class Progress {

    private final PrintWriter out;
    private final long begin = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    void starting(String part) {
        line("  %-18s starting", part);
    }

    void ready(String part, Duration took) {
        line("  %-18s ready      %5.1f s", part, seconds(took));
    }

    void failed(String part) {
        line("  %-18s FAILED", part);
    }

    void readyAgain(String part, Duration took, int restarts) {
        line("  %-18s ready      %5.1f s   (restart %d)", part, seconds(took), restarts);
    }

    void exitedUnexpectedly(String part, String how, Duration delay) {
        line("  %-18s %s; restarting it in %.0f s", part, how, seconds(delay));
    }

    void givenUp(String part, String how, int ends) {
        line("  %-18s %s", part, how);
        line("  %-18s GIVEN UP after %d failures in a row; the other parts keep running.", part, ends);
        line("  %-18s See ./transcend logs %s for the cause. Once it is fixed: ./transcend restart %s", "", part, part);
    }

    void state(String part, PartState state) {
        line("  %-18s %s", part, state.shown());
    }

    void saved(String cache, Duration took, long bytes) {
        line("  %-18s saved      %5.1f s   %d MiB", cache, seconds(took), bytes >> 20);
    }

    void stopped(String part) {
        line("  %-18s stopped", part);
    }

    void say(String text) {
        line("%s", text);
    }

    /** Seconds since this object was created. */
    double elapsed() {
        return seconds(Duration.ofNanos(System.nanoTime() - begin));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private synchronized void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
