package ft.transcendence.platform.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the result of an earlier measurement, or compares several. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints the result of an earlier measurement as Markdown, or compares several results.",
        footer = {
            "",
            "Examples:",
            "  ./transcend load report result.json --sql",
            "  ./transcend load report before.json after.json",
            "  ./transcend load report --growth 10k.json 100k.json 1m.json"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "RESULT",
            description = {
                "files written by ./transcend load measure --json:",
                "one to print, two to compare, or several with different numbers of players (--growth)"
            })
    private List<Path> files = List.of();

    @Option(
            names = "--growth",
            description = "print how the cost of each operation grows with the number of players and matches")
    private boolean growth;

    @Option(names = "--sql", description = "print the SQL statements of each operation, and how often each is executed")
    private boolean sql;

    @Option(
            names = "--doc",
            paramLabel = "FILE",
            description = "replace the figures in this Markdown document, such as docs/performance.md")
    private @Nullable Path document;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!growth && files.size() > 2) {
            throw new LoadException("More than two results can only be compared with --growth.");
        }
        List<Result> results = new ArrayList<>();
        for (Path file : files) {
            results.add(read(file));
        }
        String report = report(results);
        out.print(report);
        out.flush();
        if (document != null) {
            DocumentSection section = growth ? DocumentSection.GROWTH : DocumentSection.FIGURES;
            Files.writeString(document, section.replaceIn(Files.readString(document), report));
        }
        return 0;
    }

    private String report(List<Result> results) {
        if (growth) {
            return Growth.of(results);
        }
        if (sql) {
            return MarkdownReport.sql(results.getLast());
        }
        return results.size() == 1
                ? MarkdownReport.of(results.getFirst())
                : Comparison.of(results.getFirst(), results.getLast());
    }

    private static Result read(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new LoadException("There is no file %s. ./transcend load measure --json writes one.".formatted(file));
        }
        return Result.fromJson(Files.readString(file));
    }
}
