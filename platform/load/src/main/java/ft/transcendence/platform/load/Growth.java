package ft.transcendence.platform.load;

import ft.transcendence.platform.load.Result.Environment;
import ft.transcendence.platform.load.Result.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Results with different numbers of players side by side, as a Markdown table: how cost grows with the data. */
final class Growth {

    private static final Set<String> DATABASES = Set.of("users_db", "matches_db");

    private final List<Result> results;

    private Growth(List<Result> results) {
        this.results = results;
    }

    /**
     * A row for each operation that all results have, a column for each result.
     *
     * @param results measurements in any order
     */
    static String of(List<Result> results) {
        return new Growth(results.stream()
                        .sorted(Comparator.comparing(
                                result -> result.environment().players()))
                        .toList())
                .table();
    }

    private String table() {
        Environment environment = results.getFirst().environment();
        List<String> lines = new ArrayList<>();
        lines.add(
                "Warm CPU-ms per request of all processes, in parentheses that of the databases, and the median latency"
                        + " at 60 %% of the highest rate. Commits %s, on %d CPUs with %d clients."
                                .formatted(
                                        results.stream()
                                                .map(result ->
                                                        result.environment().commit())
                                                .distinct()
                                                .collect(Collectors.joining(", ")),
                                        environment.cpus(),
                                        environment.clients()));
        lines.add("");
        lines.add(row("operation", results.stream().map(Growth::size).toList()));
        lines.add(row("---", results.stream().map(result -> "---").toList()));
        for (Measured first : results.getFirst().operations()) {
            List<String> cells = results.stream()
                    .flatMap(result -> result.operations().stream())
                    .filter(measured -> measured.operation().equals(first.operation()))
                    .map(Growth::cell)
                    .toList();
            if (cells.size() == results.size()) {
                lines.add(row(first.operation(), cells));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String size(Result result) {
        return String.format(
                Locale.ROOT,
                "%,d players, %,d matches",
                result.environment().players(),
                result.environment().matches());
    }

    private static String cell(Measured measured) {
        double databases = measured.cpu().entrySet().stream()
                .filter(process -> DATABASES.contains(process.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return "%s (%s), %s ms"
                .formatted(
                        MarkdownReport.number(ProcessMeter.sum(measured.cpu())),
                        MarkdownReport.number(databases),
                        MarkdownReport.number(measured.steady().p50()));
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |";
    }
}
