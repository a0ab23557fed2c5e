package ft.transcendence.schemacheck.maven;

import ft.transcendence.schemacheck.CheckOptions;
import ft.transcendence.schemacheck.Commands;
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
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what the schemas, recorded client operations and events would break, and fails if they do. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    private static final Commands COMMANDS =
            new Commands("mvn transcendence:compose", "mvn transcendence:check -Dtranscendence.release");

    /** The subgraphs, in the format of rover's supergraph.yaml. */
    @Parameter(property = "transcendence.config", defaultValue = "${project.basedir}/supergraph.yaml", required = true)
    private @Nullable File config;

    /**
     * What clients rely on: a supergraph file, or git: and a branch, a tag or a commit, for example git:origin/main. By default it is the last release,
     * in the folder schema-check/released beside the configuration; an empty property takes away the one of the POM.
     */
    @Parameter(property = "transcendence.baseline")
    private @Nullable String baseline;

    /** The folder of recorded client operations. By default client-operations beside the configuration. */
    @Parameter(property = "transcendence.operations")
    private @Nullable File operations;

    /** The committed supergraph, for the house rule committed and for baselines in git. By default supergraph.graphql beside the configuration. */
    @Parameter(property = "transcendence.supergraph")
    private @Nullable File supergraph;

    /**
     * Rules beyond composition and compatibility: none, all, or some of conventions, nullability and committed, separated by commas.
     */
    @Parameter(property = "transcendence.houseRules", defaultValue = "none")
    private String houseRules = "none";

    /** Hints of composition to show: none, warn, info or debug. */
    @Parameter(property = "transcendence.hints", defaultValue = "none")
    private String hints = "none";

    /** The mildest findings that fail the build: error, breaking or dangerous. */
    @Parameter(property = "transcendence.failOn", defaultValue = "breaking")
    private String failOn = "breaking";

    /** The verdict as Markdown, for a pull request's comment. */
    @Parameter(
            property = "transcendence.markdownFile",
            defaultValue = "${project.build.directory}/schema-check/verdict.md",
            required = true)
    private @Nullable File markdownFile;

    /** The verdict as JSON. */
    @Parameter(
            property = "transcendence.jsonFile",
            defaultValue = "${project.build.directory}/schema-check/verdict.json",
            required = true)
    private @Nullable File jsonFile;

    /** Annotates the lines of a pull request: auto (in a workflow of GitHub Actions), always or never. */
    @Parameter(property = "transcendence.annotations", defaultValue = "auto")
    private String annotations = "auto";

    /** Accepts breaking changes: makes the current schemas and events the released baseline. */
    @Parameter(property = "transcendence.release", defaultValue = "false")
    private boolean release;

    /** Time limit in seconds for each schema that is fetched. */
    @Parameter(property = "transcendence.timeout", defaultValue = "10")
    private int timeout;

    /** Does nothing. */
    @Parameter(property = "transcendence.skip", defaultValue = "false")
    private boolean skip;

    /** When to write annotations. */
    private enum Annotations {
        AUTO,
        ALWAYS,
        NEVER;

        boolean areWanted() {
            return switch (this) {
                case AUTO -> GitHubAnnotations.areWanted(System.getenv());
                case ALWAYS -> true;
                case NEVER -> false;
            };
        }
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("the schema check is skipped");
            return;
        }
        Report report;
        String verdict;
        try {
            CheckOptions options = options();
            Annotations wanted = Words.parse(Annotations.class, "annotations", annotations);
            report = SchemaCheck.run(options);
            verdict = TextVerdict.write(report, options, Paint.PLAIN);
            ReportFiles.write(Objects.requireNonNull(markdownFile).toPath(), MarkdownVerdict.write(report, options));
            ReportFiles.write(Objects.requireNonNull(jsonFile).toPath(), JsonVerdict.write(report));
            if (wanted.areWanted()) {
                annotate(report, options.config());
            }
        } catch (CheckException problem) {
            throw new MojoExecutionException(problem.getMessage());
        }
        verdict.lines().forEach(report.passed() ? getLog()::info : getLog()::error);
        if (!report.passed()) {
            throw new MojoFailureException("the schema check failed; the verdict is above and in " + markdownFile);
        }
    }

    /** GitHub reads a line that begins with the command; Maven's log would put its level before it. */
    private static void annotate(Report report, Path config) {
        Map<String, String> environment = System.getenv();
        GitHubAnnotations.of(CheckOptions.folder(config), environment)
                .write(report)
                .forEach(System.out::println);
    }

    private CheckOptions options() {
        Optional<String> named = Optional.ofNullable(baseline).filter(text -> !text.isBlank());
        if (release && named.isPresent()) {
            throw new CheckException("a release writes schema-check/released; it goes with no other baseline");
        }
        CheckOptions.Builder options = CheckOptions.builder(
                        Objects.requireNonNull(config).toPath())
                .houseRules(HouseRules.parse(houseRules))
                .hints(Words.parse(HintLevel.class, "hints", hints))
                .failOn(Words.parse(FailOn.class, "failOn", failOn))
                .purpose(release ? Purpose.RELEASE : Purpose.CHECK)
                .commands(COMMANDS)
                .timeLimit(Duration.ofSeconds(timeout));
        named.map(this::baseline).ifPresent(options::baseline);
        if (operations != null) {
            options.operations(operations.toPath());
        }
        if (supergraph != null) {
            options.supergraph(supergraph.toPath());
        }
        return options.build();
    }

    /** A file is relative to the configuration's folder, wherever Maven was started. */
    private BaselineSource baseline(String text) {
        return switch (BaselineSource.parse(text)) {
            case BaselineSource.SupergraphFile relative ->
                new BaselineSource.SupergraphFile(
                        CheckOptions.folder(Objects.requireNonNull(config).toPath())
                                .resolve(relative.file()));
            case BaselineSource.Revision revision -> revision;
            case BaselineSource.Release released -> released;
        };
    }
}
