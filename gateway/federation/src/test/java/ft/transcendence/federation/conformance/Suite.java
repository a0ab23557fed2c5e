package ft.transcendence.federation.conformance;

import ft.transcendence.federation.subgraphs.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One folder of the kit: a supergraph, its subgraphs with their data, and cases. */
final class Suite {

    private final Path folder;
    private final Map<String, @Nullable Object> cells = new HashMap<>();
    private final Map<String, DataSubgraph> subgraphs = new LinkedHashMap<>();

    Suite(Path folder) {
        this.folder = folder;
        Map<String, @Nullable Object> data = Json.fields(Json.read(text("data.json")));
        for (Path file : list(folder.resolve("subgraphs"))) {
            String name = file.getFileName().toString().replace(".graphql", "");
            Object ownData = data.get(name);
            subgraphs.put(
                    name, new DataSubgraph(this, name, text(file), ownData == null ? Map.of() : Json.fields(ownData)));
        }
    }

    /** The suites in a folder, by name. */
    static List<Path> folders(Path suites) {
        return list(suites).stream()
                .filter(folder -> Files.exists(folder.resolve("cases.json")))
                .toList();
    }

    String name() {
        return folder.getFileName().toString();
    }

    String supergraph() {
        return text("supergraph.graphql");
    }

    Map<String, DataSubgraph> subgraphs() {
        return subgraphs;
    }

    DataSubgraph subgraph(String name) {
        return Objects.requireNonNull(subgraphs.get(name), name);
    }

    /** Values that the suite's subgraphs share. */
    Map<String, @Nullable Object> cells() {
        return cells;
    }

    List<ConformanceCase> cases() {
        return Json.items(Json.read(text("cases.json"))).stream()
                .map(entry -> ConformanceCase.of(Json.fields(entry)))
                .toList();
    }

    /** Forgets what mutations changed. */
    void reset() {
        cells.clear();
        subgraphs.values().forEach(DataSubgraph::reset);
    }

    private String text(String file) {
        return text(folder.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
