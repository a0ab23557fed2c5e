package ft.transcendence.schemacheck.command;

import ft.transcendence.schemacheck.CheckOptions;
import ft.transcendence.schemacheck.Purpose;
import ft.transcendence.schemacheck.SchemaCheck;
import ft.transcendence.schemacheck.baseline.BaselineSource;
import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.finding.FailOn;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.rules.HouseRules;
import ft.transcendence.schemacheck.verdict.GitHubAnnotations;
import ft.transcendence.schemacheck.verdict.JsonVerdict;
import ft.transcendence.schemacheck.verdict.MarkdownVerdict;
import ft.transcendence.schemacheck.verdict.Paint;
import ft.transcendence.schemacheck.verdict.TextVerdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the current schemas, operations and events would break. */
@Command(
        name = "check",
        sortOptions = false,
        usageHelpWidth = CommandTexts.WIDTH,
        customSynopsis = {
            "usage: ./transcend check [--config FILE] [--baseline FILE|git:REVISION] [--json|--markdown] [--github]",
            "                         [--house-rules RULES] [--hints LEVEL] [--fail-on LEVEL]",
            "       ./transcend check --release [--config FILE]"
        },
        synopsisHeading = "",
        description =
                "%nShows what the current schemas break: composition, the consumer schema, access rules, entity keys,"
                        + " recorded client operations and events.%n",
        footer = {
            "",
            "Examples: ./transcend check --baseline git:main",
            "          ./transcend check --config other/supergraph.yaml --baseline released.graphql --house-rules none",
            "",
            "Exit status: 0 passed, 1 failed, 2 could not run"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The subgraphs, in the format of rover's supergraph.yaml; the project's supergraph.yaml by"
                    + " default.")
    private @Nullable Path config;

    @Option(
            names = "--baseline",
            paramLabel = "FILE|git:REVISION",
            description = "What clients rely on: a supergraph, or that of another branch, a tag or a commit; the last"
                    + " release, in schema-check/released, by default.")
    private @Nullable String baseline;

    @Option(
            names = "--supergraph",
            paramLabel = "FILE",
            description = "The committed supergraph; supergraph.graphql beside the configuration by default.")
    private @Nullable Path supergraph;

    @Option(
            names = "--operations",
            paramLabel = "FOLDER",
            description = "The recorded client operations; client-operations beside the configuration by default.")
    private @Nullable Path operations;

    @Option(
            names = "--house-rules",
            paramLabel = "RULES",
            defaultValue = "all",
            description = "Rules beyond composition and compatibility: all (default), none, or some of"
                    + " conventions,nullability,committed: names and descriptions, fields added to others'"
                    + " entities, an up-to-date supergraph.")
    private String houseRules = HouseRules.ALL;

    @Option(
            names = "--hints",
            paramLabel = "LEVEL",
            defaultValue = "none",
            description = "Hints of composition to show: none (default), warn, info or debug.")
    private HintLevel hints = HintLevel.NONE;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "breaking",
            description = "The mildest findings that fail the check: error, breaking (default) or dangerous.")
    private FailOn failOn = FailOn.BREAKING;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Time limit for each schema that is fetched (default: 10).")
    private int timeout;

    @ArgGroup
    private @Nullable Format format;

    @Option(
            names = "--github",
            description = "Annotate the lines of a pull request: commands for GitHub Actions on standard error. Implied"
                    + " there.")
    private boolean github;

    @Option(
            names = "--release",
            description = "Accept breaking changes: make the current schemas and events the released baseline.")
    private boolean release;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** The format of the verdict, if it is not text. */
    static final class Format {
        @Option(names = "--json", description = "Print the verdict as JSON.")
        private boolean json;

        @Option(names = "--markdown", description = "Print the verdict as Markdown, for a pull request's comment.")
        private boolean markdown;
    }

    @Override
    public Integer call() {
        CheckOptions options = options();
        Report report = SchemaCheck.run(options);
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = command.getOut();
        out.print(verdict(report, options));
        out.flush();
        Map<String, String> environment = System.getenv();
        if (github || GitHubAnnotations.areWanted(environment)) {
            GitHubAnnotations.of(CheckOptions.folder(options.config()), environment)
                    .write(report)
                    .forEach(command.getErr()::println);
        }
        return report.passed() ? CommandTexts.PASSED : CommandTexts.FAILED;
    }

    private String verdict(Report report, CheckOptions options) {
        if (format != null && format.json) {
            return JsonVerdict.write(report);
        }
        if (format != null && format.markdown) {
            return MarkdownVerdict.write(report, options);
        }
        Paint paint = CommandTexts.isColourful() ? Paint.COLOURED : Paint.PLAIN;
        return TextVerdict.write(report, options, paint);
    }

    private CheckOptions options() {
        if (release && baseline != null) {
            throw mistake("--release writes schema-check/released; it goes with no other --baseline");
        }
        CheckOptions.Builder options = CheckOptions.builder(
                        Optional.ofNullable(config).orElseGet(CommandTexts::projectsConfig))
                .hints(hints)
                .failOn(failOn)
                .timeLimit(Duration.ofSeconds(timeout))
                .purpose(release ? Purpose.RELEASE : Purpose.CHECK);
        try {
            options.houseRules(HouseRules.parse(houseRules));
        } catch (CheckException unknown) {
            throw mistake(unknown.getMessage());
        }
        Optional.ofNullable(baseline).map(BaselineSource::parse).ifPresent(options::baseline);
        Optional.ofNullable(supergraph).ifPresent(options::supergraph);
        Optional.ofNullable(operations).ifPresent(options::operations);
        return options.build();
    }

    private ParameterException mistake(@Nullable String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(message));
    }
}
