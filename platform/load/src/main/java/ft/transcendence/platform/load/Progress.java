package ft.transcendence.platform.load;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints what a command is doing, one line per step, with the time since its start. */
final class Progress {

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long begin;

    Progress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    void say(String format, Object... values) {
        long seconds = (nanoTime.getAsLong() - begin) / 1_000_000_000;
        out.printf(
                Locale.ROOT,
                "  %2d:%02d  %s%n",
                seconds / 60,
                seconds % 60,
                String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
