package ft.transcendence.platform.load;

import ft.transcendence.platform.load.Result.Environment;
import ft.transcendence.platform.load.Result.Measured;
import ft.transcendence.platform.load.Result.Window;
import ft.transcendence.platform.load.profile.Layer;
import ft.transcendence.platform.load.profile.LayerShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A result as Markdown tables, for the terminal and for documents. */
final class MarkdownReport {

    private static final double NEGLIGIBLE_PERCENT = 5;

    private final Result result;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Result result) {
        this.result = result;
    }

    /** The statements of each operation, and how often each is executed per request. */
    static String sql(Result result) {
        MarkdownReport report = new MarkdownReport(result);
        for (Measured measured : result.operations()) {
            report.line("SQL statements per request of %s:", measured.operation());
            report.line("");
            measured.sql().forEach((sql, frequency) -> report.line("- %s: `%s`", number(frequency), sql));
            report.line("");
        }
        return report.text.toString();
    }

    static String of(Result result) {
        MarkdownReport report = new MarkdownReport(result);
        report.environment();
        report.cold();
        report.cpu();
        report.requests();
        report.profiles();
        return report.text.toString();
    }

    private void environment() {
        Environment of = result.environment();
        line(
                "Measured at %s (commit %s) on %d CPUs with Java %s%s, %,d players and %,d matches. %d clients, %d s per run.",
                of.time(),
                of.commit(),
                of.cpus(),
                of.java(),
                of.forLoad() ? "" : ", without `--for-load` and therefore without the second compiler",
                of.players(),
                of.matches(),
                of.clients(),
                of.seconds());
        of.othersPercent()
                .filter(percent -> percent > NEGLIGIBLE_PERCENT)
                .ifPresent(percent -> line(
                        "**Other programs used %.0f %% of the machine meanwhile, so the figures are too high.** Measure on an idle machine.",
                        percent));
        line("");
    }

    private void cold() {
        if (result.cold().isEmpty()) {
            return;
        }
        line("### After a restart");
        line("");
        line("CPU-ms per player page of each process, by the time since gateway and subgraphs were ready:");
        line("");
        header(Stream.of(Stream.of("seconds"), processes().stream(), Stream.of("**sum**", "pages/s", "failed"))
                .flatMap(column -> column)
                .toList());
        for (Window window : result.cold()) {
            List<String> cells = new ArrayList<>();
            cells.add(window.from() + "–" + window.to());
            cells.addAll(cpu(window.cpu()));
            cells.add(number(window.perSecond()));
            cells.add(Integer.toString(window.failures()));
            row(cells);
        }
        line("");
    }

    private void cpu() {
        line("### Warm");
        line("");
        line("CPU-ms per request of each process, and the highest rate:");
        line("");
        header(Stream.of(Stream.of("operation"), processes().stream(), Stream.of("**sum**", "requests/s"))
                .flatMap(column -> column)
                .toList());
        for (Measured measured : result.operations()) {
            List<String> cells = new ArrayList<>();
            cells.add(measured.operation());
            cells.addAll(cpu(measured.cpu()));
            cells.add(number(measured.perSecond()));
            row(cells);
        }
        line("");
    }

    private void requests() {
        line("What a request consists of, how long the warm-up took, and latency in ms at 60 %% of the highest rate:");
        line("");
        header(List.of("operation", "SQL statements", "subgraph requests", "warm-up", "rate", "p50", "p99"));
        for (Measured measured : result.operations()) {
            row(List.of(
                    measured.operation(),
                    number(measured.statements()),
                    measured.subgraphRequests().map(MarkdownReport::number).orElse("–"),
                    "%d s, %,d requests%s"
                            .formatted(
                                    measured.warmUp().seconds(),
                                    measured.warmUp().requests(),
                                    measured.warmUp().stable() ? "" : " (not stable)"),
                    number(measured.steady().perSecond()) + "/s",
                    number(measured.steady().p50()),
                    number(measured.steady().p99())));
        }
        line("");
    }

    private void profiles() {
        for (Measured measured : result.operations()) {
            if (!measured.profile().isEmpty()) {
                profile(measured.operation(), measured.profile());
            }
        }
    }

    private void profile(String operation, Map<String, LayerShares> profile) {
        List<String> processes =
                processes().stream().filter(profile::containsKey).toList();
        line("Share of each layer in the CPU time of each JVM, in percent, while serving %s:", operation);
        line("");
        header(Stream.concat(Stream.of("layer"), processes.stream()).toList());
        for (Layer layer : Layer.values()) {
            List<Double> shares = processes.stream()
                    .map(process -> Objects.requireNonNull(profile.get(process))
                            .percent()
                            .getOrDefault(layer, 0.0))
                    .toList();
            if (shares.stream().anyMatch(share -> share >= 0.05)) {
                row(Stream.concat(
                                Stream.of(layer.title()),
                                shares.stream().map(share -> String.format(Locale.ROOT, "%.1f", share)))
                        .toList());
            }
        }
        line("");
    }

    /** The platform's processes, then others that were measured. */
    private List<String> processes() {
        return Stream.concat(
                        ProcessMeter.NAMES.stream(),
                        result.operations().stream()
                                .flatMap(measured -> measured.cpu().keySet().stream())
                                .sorted())
                .distinct()
                .toList();
    }

    private List<String> cpu(Map<String, Double> perRequest) {
        return Stream.concat(
                        processes().stream().map(name -> number(perRequest.getOrDefault(name, 0.0))),
                        Stream.of("**" + number(ProcessMeter.sum(perRequest)) + "**"))
                .toList();
    }

    /** A number with three significant digits at most. */
    static String number(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    private void header(List<String> columns) {
        row(columns);
        row(columns.stream().map(column -> "---").toList());
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
