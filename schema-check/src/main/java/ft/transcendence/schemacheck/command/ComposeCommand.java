package ft.transcendence.schemacheck.command;

import ft.transcendence.composition.ContractOptions;
import ft.transcendence.schemacheck.batch.Batch;
import ft.transcendence.schemacheck.batch.BatchLine;
import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.composition.SupergraphComposition;
import ft.transcendence.schemacheck.composition.SupergraphComposition.Outcome;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.config.SupergraphConfigReader;
import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.finding.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Composes a supergraph.yaml into a supergraph. */
@Command(
        name = "compose",
        sortOptions = false,
        usageHelpWidth = CommandTexts.WIDTH,
        customSynopsis = {
            "usage: ./transcend compose [--config FILE] [--output FILE] [--hints LEVEL] [--timeout SECONDS]",
            "                           [--include TAG,…] [--exclude TAG,…] [--hide-unreachable]",
            "       ./transcend compose --batch"
        },
        synopsisHeading = "",
        description =
                "%nComposes the subgraphs of a supergraph.yaml and writes the supergraph that a gateway plans on.%n",
        footer = {
            "",
            "A subgraph's schema is a file, a URL, or what a running subgraph shows:",
            "",
            "  subgraphs:",
            "    users:",
            "      routing_url: http://users:4001/graphql",
            "      schema:",
            "        file: ./users.graphqls                 # or",
            "        url: https://example.com/users.graphqls  # or",
            "        subgraph_url: http://localhost:4001/graphql",
            "",
            "A batch is JSON: {\"id\", \"subgraphs\": [{\"name\", \"url\", \"sdl\"}]} gives {\"id\", \"ok\": true,"
                    + " \"supergraphSdl\"}",
            "or {\"id\", \"ok\": false, \"errors\": [{\"code\", \"message\"}]}; with --hints also {\"hints\":"
                    + " [{\"code\", \"message\"}]}.",
            "",
            "Exit status: 0 composed, 1 the subgraphs do not compose, 2 could not run"
        })
final class ComposeCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The subgraphs, in the format of rover's supergraph.yaml; the project's supergraph.yaml by"
                    + " default.")
    private @Nullable Path config;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "The supergraph to write; supergraph.graphql beside the configuration by default, - is standard"
                            + " output.")
    private @Nullable String output;

    @Option(
            names = "--hints",
            paramLabel = "LEVEL",
            arity = "0..1",
            defaultValue = "warn",
            fallbackValue = "debug",
            description = "Hints to print: none, warn (default), info or debug, which --hints alone means.")
    private HintLevel hints = HintLevel.WARN;

    @Option(
            names = "--include",
            paramLabel = "TAG",
            split = ",",
            description = "Contract: clients see only what has one of these @tags.")
    private Set<String> include = Set.of();

    @Option(
            names = "--exclude",
            paramLabel = "TAG",
            split = ",",
            description = "Contract: clients do not see what has one of these @tags, not even if it is included.")
    private Set<String> exclude = Set.of();

    @Option(
            names = "--hide-unreachable",
            description = "Contract: clients do not see types that nothing leads to from the root types either.")
    private boolean hideUnreachable;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Time limit for each schema that is fetched (default: 10).")
    private int timeout;

    @Option(
            names = "--batch",
            description =
                    "Composes one supergraph per line of standard input and writes one line of result each; see below.")
    private boolean batch;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws IOException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (batch) {
            boolean wantsHints = command.getParseResult().hasMatchedOption("--hints") && hints != HintLevel.NONE;
            Batch.run(System.in, System.out, wantsHints ? BatchLine.WITH_HINTS : BatchLine.PLAIN);
            return CommandTexts.PASSED;
        }
        Path file = Optional.ofNullable(config).orElseGet(CommandTexts::projectsConfig);
        SupergraphConfig subgraphs = SupergraphConfigReader.read(file, System.getenv(), Duration.ofSeconds(timeout));
        Outcome outcome = SupergraphComposition.compose(
                subgraphs,
                hints,
                new ContractOptions(
                        include,
                        exclude,
                        hideUnreachable
                                ? ContractOptions.UnreachableTypes.HIDDEN
                                : ContractOptions.UnreachableTypes.KEPT));
        outcome.hints().forEach(hint -> print("hint ", hint, command.getErr()));
        return switch (outcome) {
            case Outcome.Composed composed -> {
                write(command, file, composed.sdl());
                yield CommandTexts.PASSED;
            }
            case Outcome.Refused refused -> {
                refused.errors().forEach(error -> print("", error, command.getErr()));
                yield CommandTexts.FAILED;
            }
        };
    }

    private void write(CommandLine command, Path file, String supergraph) {
        if ("-".equals(output)) {
            command.getOut().print(supergraph);
            command.getOut().flush();
            return;
        }
        Path target = output == null ? file.resolveSibling("supergraph.graphql") : Path.of(output);
        try {
            Files.writeString(target, supergraph);
        } catch (IOException failed) {
            throw new CheckException(target + ": the supergraph cannot be written: " + failed);
        }
        command.getOut().println("composed " + target);
    }

    private static void print(String kind, Finding finding, PrintWriter err) {
        err.print(kind);
        finding.lines().forEach(err::println);
    }
}
