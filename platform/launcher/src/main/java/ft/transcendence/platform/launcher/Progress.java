package ft.transcendence.platform.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells the person who waits what is happening, one line per event. */
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

    void stopped(String part) {
        line("  %-18s stopped", part);
    }

    void say(String text) {
        line("%s", text);
    }

    /** Seconds since this object was made. */
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
