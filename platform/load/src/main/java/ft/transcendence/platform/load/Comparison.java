package ft.transcendence.platform.load;

import ft.transcendence.platform.load.Result.Measured;
import ft.transcendence.platform.load.Result.Window;
import java.util.Locale;
import java.util.Optional;

/** Two results side by side, as a Markdown table of CPU-ms per request. */
final class Comparison {

    private final StringBuilder text = new StringBuilder();

    private Comparison() {}

    static String of(Result before, Result after) {
        Comparison comparison = new Comparison();
        comparison.line(
                "CPU-ms per request of all processes, %s → %s:",
                before.environment().commit(), after.environment().commit());
        comparison.line("");
        comparison.line("| operation | before | after | change |");
        comparison.line("| --- | --- | --- | --- |");
        for (Window window : before.cold()) {
            after.cold().stream()
                    .filter(other -> other.from() == window.from())
                    .findFirst()
                    .ifPresent(other -> comparison.row(
                            "player page, %d–%d s after a restart".formatted(window.from(), window.to()),
                            ProcessMeter.sum(window.cpu()),
                            ProcessMeter.sum(other.cpu())));
        }
        for (Measured measured : before.operations()) {
            find(after, measured.operation())
                    .ifPresent(other -> comparison.row(
                            measured.operation(), ProcessMeter.sum(measured.cpu()), ProcessMeter.sum(other.cpu())));
        }
        return comparison.text.toString();
    }

    private static Optional<Measured> find(Result result, String operation) {
        return result.operations().stream()
                .filter(measured -> measured.operation().equals(operation))
                .findFirst();
    }

    private void row(String name, double before, double after) {
        line(
                "| %s | %s | %s | %+.0f %% |",
                name, MarkdownReport.number(before), MarkdownReport.number(after), 100 * (after / before - 1));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
