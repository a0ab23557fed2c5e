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

/** Prints the result of an earlier measurement, or compares two. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Prints the result of an earlier measurement as Markdown, or compares two results.")
final class ReportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "RESULT", description = "a file written by ./transcend load measure --json")
    private Path first = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "OTHER", description = "a later result to compare it with")
    private @Nullable Path second;

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
        List<Result> results = new ArrayList<>();
        results.add(read(first));
        if (second != null) {
            results.add(read(second));
        }
        String report = second == null
                ? MarkdownReport.of(results.getFirst())
                : Comparison.of(results.getFirst(), results.getLast());
        out.print(sql ? MarkdownReport.sql(results.getLast()) : report);
        out.flush();
        if (document != null) {
            Files.writeString(document, MarkdownReport.replaceIn(Files.readString(document), report));
        }
        return 0;
    }

    private static Result read(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new LoadException("There is no file %s. ./transcend load measure --json writes one.".formatted(file));
        }
        return Result.fromJson(Files.readString(file));
    }
}
