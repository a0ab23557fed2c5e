package ft.transcendence.schemacheck.maven;

import ft.transcendence.composition.ContractOptions;
import ft.transcendence.composition.ContractOptions.UnreachableTypes;
import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.composition.SupergraphComposition;
import ft.transcendence.schemacheck.composition.SupergraphComposition.Outcome;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.config.SupergraphConfigReader;
import ft.transcendence.schemacheck.finding.CheckException;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Composes the subgraphs of a supergraph.yaml into a supergraph. Fails if they do not compose. */
@Mojo(name = "compose", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class ComposeMojo extends AbstractMojo {

    /** The subgraphs, in the format of rover's supergraph.yaml. */
    @Parameter(property = "transcendence.config", defaultValue = "${project.basedir}/supergraph.yaml", required = true)
    private @Nullable File config;

    /** The supergraph to write. By default it becomes a resource of this module. */
    @Parameter(
            property = "transcendence.output",
            defaultValue = "${project.build.outputDirectory}/supergraph.graphql",
            required = true)
    private @Nullable File output;

    /** Hints of composition to log: none, warn, info or debug. */
    @Parameter(property = "transcendence.hints", defaultValue = "warn")
    private String hints = "warn";

    /** A contract: clients see only what has one of these tags. */
    @Parameter(property = "transcendence.include")
    private Set<String> include = Set.of();

    /** A contract: clients do not see what has one of these tags, not even if it is included. */
    @Parameter(property = "transcendence.exclude")
    private Set<String> exclude = Set.of();

    /** A contract: clients do not see types that nothing leads to from the root types either. */
    @Parameter(property = "transcendence.hideUnreachable", defaultValue = "false")
    private boolean hideUnreachable;

    /** Time limit in seconds for each schema that is fetched. */
    @Parameter(property = "transcendence.timeout", defaultValue = "10")
    private int timeout;

    /** Does nothing. */
    @Parameter(property = "transcendence.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("composition is skipped");
            return;
        }
        try {
            compose();
        } catch (CheckException problem) {
            throw new MojoExecutionException(problem.getMessage());
        }
    }

    private void compose() throws MojoFailureException {
        HintLevel level = Words.parse(HintLevel.class, "hints", hints);
        SupergraphConfig subgraphs = SupergraphConfigReader.read(
                Objects.requireNonNull(config).toPath(), System.getenv(), Duration.ofSeconds(timeout));
        Outcome outcome = SupergraphComposition.compose(subgraphs, level, contract());
        outcome.hints().forEach(hint -> hint.lines().forEach(getLog()::warn));
        switch (outcome) {
            case Outcome.Composed composed -> {
                Path target = Objects.requireNonNull(output).toPath();
                ReportFiles.write(target, composed.sdl());
                getLog().info("composed " + subgraphs.subgraphs().size() + " subgraphs into " + target);
            }
            case Outcome.Refused refused -> {
                refused.errors().forEach(error -> error.lines().forEach(getLog()::error));
                throw new MojoFailureException("the subgraphs do not compose: "
                        + refused.errors().stream()
                                .map(error -> error.where() + ": " + error.message())
                                .collect(Collectors.joining("; ")));
            }
        }
    }

    private ContractOptions contract() {
        return new ContractOptions(include, exclude, hideUnreachable ? UnreachableTypes.HIDDEN : UnreachableTypes.KEPT);
    }
}
