package ft.transcendence.schemacheck.config;

import ft.transcendence.schemacheck.config.YamlNode.Entry;
import ft.transcendence.schemacheck.files.SourceTree;
import ft.transcendence.schemacheck.files.WorkingTree;
import ft.transcendence.schemacheck.finding.CheckException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads supergraph.yaml in the format of {@code rover supergraph compose}. Schemas are files, addresses, or those of running subgraphs. */
public final class SupergraphConfigReader {
    private static final String EXAMPLE = "http://localhost:4001/graphql";
    private static final List<String> SOURCES = List.of("file", "url", "subgraph_url", "sdl");

    private final SourceTree tree;
    private final Variables variables;
    private final SchemaFetcher fetcher;

    public SupergraphConfigReader(SourceTree tree, Map<String, String> environment, SchemaFetcher fetcher) {
        this.tree = tree;
        this.variables = new Variables(environment);
        this.fetcher = fetcher;
    }

    /**
     * Reads a supergraph.yaml on disk and all schemas that it names.
     *
     * @param environment variables that the file may use
     * @param timeLimit for each schema that is fetched
     * @throws CheckException a file is missing, a key is unknown or missing, an address does not answer
     */
    public static SupergraphConfig read(Path file, Map<String, String> environment, Duration timeLimit) {
        WorkingTree tree = WorkingTree.around(file);
        return new SupergraphConfigReader(tree, environment, new HttpSchemaFetcher(timeLimit))
                .read(tree.relative(file));
    }

    /**
     * Reads the file and all schemas that it names.
     *
     * @param path of supergraph.yaml in the tree; schema files are relative to its folder, which is the tree's root
     * @throws CheckException a file is missing, a key is unknown or missing, an address does not answer
     */
    public SupergraphConfig read(String path) {
        String file = tree.shown(path);
        YamlNode root = YamlNode.parse(file, tree.read(path), variables)
                .orElseThrow(() -> new CheckException(file + ": the file is empty"));
        List<Entry> entries = root.entries("the configuration", List.of("federation_version", "subgraphs"));
        FederationVersion version = YamlNode.value(entries, "federation_version")
                .map(FederationVersion::of)
                .orElse(FederationVersion.ANY);
        List<Entry> subgraphs = YamlNode.value(entries, "subgraphs")
                .map(value -> value.entries("subgraphs"))
                .orElse(List.of());
        if (subgraphs.isEmpty()) {
            throw new CheckException(file + ": no subgraphs");
        }
        List<Unread> unread = new ArrayList<>();
        subgraphs.forEach(subgraph -> unread.add(subgraph(subgraph)));
        List<CompletableFuture<String>> texts =
                unread.stream().map(subgraph -> text(subgraph.source())).toList();
        List<SubgraphSchema> read = new ArrayList<>();
        for (int index = 0; index < unread.size(); index++) {
            read.add(schema(unread.get(index), await(unread.get(index), texts.get(index)), version));
        }
        return new SupergraphConfig(read);
    }

    private record Unread(String name, String url, SchemaSource source) {}

    private Unread subgraph(Entry subgraph) {
        String subject = "subgraph \"" + subgraph.name() + "\"";
        List<Entry> entries = subgraph.value().entries(subject, List.of("routing_url", "schema"));
        YamlNode schema = YamlNode.value(entries, "schema")
                .orElseThrow(() -> subgraph.key().problem(subject + " has no schema"));
        SchemaSource source = source(subject, schema);
        Optional<URI> routing = YamlNode.value(entries, "routing_url")
                .map(value -> Addresses.require(value, subject + " has the routing_url", EXAMPLE));
        if (routing.isPresent()) {
            return new Unread(subgraph.name(), routing.get().toString(), source);
        }
        if (source instanceof SchemaSource.RunningSubgraph running) {
            return new Unread(subgraph.name(), running.url().toString(), source);
        }
        throw subgraph.key().problem(subject + " has no routing_url");
    }

    private SchemaSource source(String subject, YamlNode schema) {
        List<Entry> entries = schema.entries(
                "the schema of " + subject,
                List.of("file", "url", "subgraph_url", "sdl", "introspection_headers", "graphref", "subgraph"));
        if (YamlNode.value(entries, "graphref").isPresent()) {
            throw schema.problem(
                    subject + " has a graphref: schemas of a registry cannot be read; fetch it into a file");
        }
        List<Entry> sources =
                entries.stream().filter(entry -> SOURCES.contains(entry.name())).toList();
        if (sources.size() != 1) {
            throw schema.problem("the schema of " + subject + " must be exactly one of " + String.join(", ", SOURCES));
        }
        Entry source = sources.getFirst();
        Map<String, String> headers = headers(subject, entries);
        if (!headers.isEmpty() && !source.name().equals("subgraph_url")) {
            throw schema.problem(subject + " has introspection_headers, which belong to a subgraph_url");
        }
        return switch (source.name()) {
            case "file" -> new SchemaSource.SchemaFile(normalized(text(source)), tree.shown(normalized(text(source))));
            case "url" ->
                new SchemaSource.SchemaUrl(Addresses.require(source.value(), subject + " has the schema url", EXAMPLE));
            case "subgraph_url" ->
                new SchemaSource.RunningSubgraph(
                        Addresses.require(source.value(), subject + " has the subgraph_url", EXAMPLE), headers);
            default -> new SchemaSource.Inline(text(source), subject);
        };
    }

    private static Map<String, String> headers(String subject, List<Entry> entries) {
        Map<String, String> headers = new LinkedHashMap<>();
        YamlNode.value(entries, "introspection_headers")
                .map(value -> value.entries("introspection_headers of " + subject))
                .orElse(List.of())
                .forEach(header -> headers.put(header.name(), text(header)));
        return headers;
    }

    private static String text(Entry entry) {
        return entry.value().string().filter(text -> !text.isBlank()).orElseThrow(() -> entry.value()
                .problem(entry.name() + " must be a text"));
    }

    private static String normalized(String path) {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }

    private CompletableFuture<String> text(SchemaSource source) {
        return switch (source) {
            case SchemaSource.SchemaFile file -> CompletableFuture.completedFuture(tree.read(file.path()));
            case SchemaSource.Inline inline -> CompletableFuture.completedFuture(inline.sdl());
            case SchemaSource.Remote remote -> fetcher.fetch(remote);
        };
    }

    private static String await(Unread subgraph, CompletableFuture<String> text) {
        try {
            return text.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CheckException problem) {
                throw new CheckException("subgraph \"" + subgraph.name() + "\": " + problem.getMessage());
            }
            throw failed;
        }
    }

    private static SubgraphSchema schema(Unread subgraph, String sdl, FederationVersion version) {
        String shown = subgraph.source().shown();
        version.requireFor(sdl, shown);
        return new SubgraphSchema(subgraph.name(), subgraph.url(), subgraph.source(), sdl);
    }
}
