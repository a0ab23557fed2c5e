package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the end of one part's log, or lists the logs. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints the end of a part's log, or lists the logs.")
final class LogsCommand implements Callable<Integer> {

    private static final String SUFFIX = ".log";

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--lines", paramLabel = "N", description = "number of lines (default: ${DEFAULT-VALUE})")
    private int lines = 100;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "the part; without it, all logs are listed")
    private @Nullable String part;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (lines < 1) {
            throw new ParameterException(spec.commandLine(), "--lines must be at least 1.");
        }
        List<String> names = names(platform.home().logs());
        if (part == null) {
            names.forEach(name -> out.println(name + "   " + platform.home().log(name)));
            return 0;
        }
        if (!names.contains(part)) {
            throw new PlatformException("There is no log named '%s'.%s Available logs: %s"
                    .formatted(part, Suggestion.didYouMean(names, part), String.join(", ", names)));
        }
        // Latin-1 accepts any byte: a log can end in the middle of a character
        List<String> all = Files.readAllLines(platform.home().log(part), StandardCharsets.ISO_8859_1);
        all.subList(Math.max(0, all.size() - lines), all.size()).forEach(out::println);
        return 0;
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
