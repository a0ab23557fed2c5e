package ft.transcendence.plan;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.engine.ExplanationException;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.engine.PlanExplanation;
import ft.transcendence.federation.engine.PlanExplanation.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a step of planning an operation. */
@Command(
        name = "plan",
        sortOptions = false,
        usageHelpWidth = 110,
        customSynopsis =
                "usage: ./transcend plan FILE [OPERATION] [--step STEP] [--format FORMAT] [--supergraph FILE] ...",
        synopsisHeading = "",
        description = "%nShows how the gateway plans an operation. Nothing is executed.%n",
        footer = {
            "",
            "Steps: graph    what each subgraph can resolve, and how it is entered",
            "       tree     the fields of the operation, with every path candidate",
            "       paths    the selected paths",
            "       fetches  the fetches, before the optimization passes and after each of them",
            "       plan     the query plan",
            "",
            "Example: ./transcend plan client-operations/players/viewer.graphql --format svg > viewer.svg"
        })
final class PlanCommand implements Callable<Integer> {

    /** As many deferred fragments as an engine can be told to accept. */
    private static final int MOST_DEFERRED = 60;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The GraphQL document with the operation.")
    private @Nullable Path document;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OPERATION",
            description = "The operation's name, if the document has several.")
    private @Nullable String operation;

    @Option(
            names = "--step",
            paramLabel = "STEP",
            defaultValue = "plan",
            converter = Words.Steps.class,
            description = "graph, tree, paths, fetches or plan (default).")
    private Step step = Step.PLAN;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Words.Formats.class,
            description = "text (default); for the plan also dot (Graphviz) or svg.")
    private Format format = Format.TEXT;

    @Option(
            names = "--supergraph",
            paramLabel = "FILE",
            description = "The composed supergraph; the project's supergraph.graphql by default.")
    private @Nullable Path supergraph;

    @Option(
            names = "--variable",
            paramLabel = "NAME=BOOLEAN",
            description = "The value of a variable of @skip, @include or @defer; may be repeated.")
    private Map<String, Boolean> variables = new LinkedHashMap<>();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "A scope of the caller; may be repeated. Fields that the caller may not see are not planned.")
    private Set<String> scopes = new LinkedHashSet<>();

    @Option(names = "--anonymous", description = "Plans for a caller who is not logged in.")
    private boolean anonymous;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** How the result is written. */
    enum Format {
        TEXT,
        DOT,
        SVG
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new PlanCommand())
                .setParameterExceptionHandler((mistake, arguments) -> {
                    PrintWriter err = mistake.getCommandLine().getErr();
                    err.println("transcend: " + mistake.getMessage());
                    err.println("  ./transcend plan --help shows the usage");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof ExplanationException)) {
                        throw failure;
                    }
                    command.getErr()
                            .println("transcend: " + document(command) + " has no plan: " + failure.getMessage());
                    return ExitCode.SOFTWARE;
                });
    }

    private static @Nullable Path document(CommandLine command) {
        return command.<PlanCommand>getCommand().document;
    }

    @Override
    public Integer call() {
        if (step != Step.PLAN && format != Format.TEXT) {
            throw mistake("--format " + format.name().toLowerCase(Locale.ROOT) + " shows the plan; the step " + step
                    + " is text only");
        }
        String query = read(Optional.ofNullable(document).orElseThrow(), "operation");
        GraphQLRequest request = new GraphQLRequest(query, operation, new LinkedHashMap<>(variables), Map.of());
        PlanExplanation explanation = engine().explain(request, context());
        if (!explanation.deniedFields().isEmpty()) {
            spec().commandLine()
                    .getErr()
                    .println("transcend: the caller may not see " + String.join(", ", explanation.deniedFields())
                            + ", which is not planned; --scope adds a scope");
        }
        PrintWriter out = spec().commandLine().getOut();
        out.print(
                switch (format) {
                    case TEXT -> explanation.text(step);
                    case DOT -> explanation.dot();
                    case SVG -> explanation.svg();
                });
        out.flush();
        return ExitCode.OK;
    }

    private FederationEngine engine() {
        Path file = supergraph == null ? projectsSupergraph() : supergraph;
        try {
            return FederationEngine.builder()
                    .defer(MOST_DEFERRED)
                    .supergraph(read(file, "supergraph"))
                    .transport(request -> CompletableFuture.failedFuture(
                            new IllegalStateException("A plan is shown without any request to a subgraph")))
                    .planOnCallingThread()
                    .build();
        } catch (SupergraphException broken) {
            throw mistake("the supergraph " + file + " cannot be used: " + broken.getMessage());
        }
    }

    private static Path projectsSupergraph() {
        return Path.of(System.getProperty("transcend.root", ".")).resolve("supergraph.graphql");
    }

    private RequestContext context() {
        Caller caller = anonymous ? Caller.anonymous() : Caller.authenticated(scopes);
        return RequestContext.builder().caller(caller).build();
    }

    private String read(Path file, String what) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw mistake("the " + what + " file " + file + " does not exist");
        } catch (IOException unreadable) {
            throw mistake("the " + what + " file " + file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return Optional.ofNullable(spec).orElseThrow();
    }
}
