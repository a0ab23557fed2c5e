package ft.transcendence.schemacheck.baseline;

import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.composition.SupergraphComposition;
import ft.transcendence.schemacheck.composition.SupergraphComposition.Outcome;
import ft.transcendence.schemacheck.config.SchemaFetcher;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.config.SupergraphConfigReader;
import ft.transcendence.schemacheck.events.EventSchema;
import ft.transcendence.schemacheck.events.EventSchemas;
import ft.transcendence.schemacheck.files.GitTree;
import ft.transcendence.schemacheck.files.SourceTree;
import ft.transcendence.schemacheck.files.WorkingTree;
import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.supergraph.ComposedSupergraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads baselines, and writes the released one. */
public final class Baselines {
    private static final String SUPERGRAPH = "supergraph.graphql";
    private static final String EVENTS = "events";

    private final WorkingTree tree;
    private final String config;
    private final String supergraph;
    private final Map<String, String> environment;

    /**
     * @param tree the folder of supergraph.yaml
     * @param config the configuration's path in it
     * @param supergraph the composed supergraph's path in it
     * @param environment variables that supergraph.yaml may use
     */
    public Baselines(WorkingTree tree, String config, String supergraph, Map<String, String> environment) {
        this.tree = tree;
        this.config = config;
        this.supergraph = supergraph;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads a baseline.
     *
     * @param eventFolders of the current subgraphs
     */
    public Baseline read(BaselineSource source, List<String> eventFolders) {
        return switch (source) {
            case BaselineSource.Release release -> {
                WorkingTree folder = new WorkingTree(release.folder());
                yield new Baseline(
                        folder.find(SUPERGRAPH)
                                .map(sdl -> ComposedSupergraph.read(
                                        sdl, tree.relative(release.folder().resolve(SUPERGRAPH)))),
                        EventSchemas.read(folder, List.of(EVENTS)).events());
            }
            case BaselineSource.SupergraphFile file -> {
                WorkingTree folder = WorkingTree.around(file.file());
                String name = file.file().getFileName().toString();
                String sdl = folder.find(name)
                        .orElseThrow(() -> new CheckException("the baseline " + file.file() + " does not exist"));
                yield new Baseline(
                        Optional.of(ComposedSupergraph.read(sdl, file.file().toString())),
                        EventSchemas.read(folder, List.of(EVENTS)).events());
            }
            case BaselineSource.Revision revision -> {
                GitTree commit = GitTree.of(tree.root(), revision.revision());
                yield new Baseline(
                        Optional.of(supergraph(commit)),
                        EventSchemas.read(commit, eventFolders).events());
            }
        };
    }

    /** The supergraph that is committed there; if there is none, the one that the schemas there compose to. */
    private ComposedSupergraph supergraph(SourceTree commit) {
        Optional<String> committed = commit.find(supergraph);
        if (committed.isPresent()) {
            return ComposedSupergraph.read(committed.get(), commit.shown(supergraph));
        }
        if (commit.find(config).isEmpty()) {
            throw new CheckException(commit.shown(supergraph) + ": the file does not exist, and neither does "
                    + commit.shown(config) + ", from which it could be composed");
        }
        // what runs today says nothing of another branch
        SchemaFetcher nothing = source -> CompletableFuture.failedFuture(new CheckException(source.shown()
                + " tells only today's schema: compare with a branch where the supergraph is committed"));
        SupergraphConfig schemas = new SupergraphConfigReader(commit, environment, nothing).read(config);
        return switch (SupergraphComposition.compose(schemas, HintLevel.NONE)) {
            case Outcome.Composed composed -> composed.supergraph();
            case Outcome.Refused refused ->
                throw new CheckException(commit.shown(config) + " does not compose: "
                        + refused.errors().getFirst().message());
        };
    }

    /** Replaces the released supergraph and events. */
    public static void write(Path folder, String supergraph, List<EventSchema> events) {
        Path eventFolder = folder.resolve(EVENTS);
        try {
            Files.createDirectories(eventFolder);
            try (var old = Files.newDirectoryStream(eventFolder)) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
            Files.writeString(folder.resolve(SUPERGRAPH), supergraph);
            for (EventSchema event : events) {
                Files.writeString(eventFolder.resolve(event.name()), event.text());
            }
        } catch (IOException failed) {
            throw new CheckException(folder + ": the release cannot be written: " + failed);
        }
    }
}
