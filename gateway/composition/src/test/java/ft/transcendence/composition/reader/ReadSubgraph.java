package ft.transcendence.composition.reader;

import ft.transcendence.composition.CompositionError;
import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import java.util.List;
import java.util.Optional;

/** What reading makes of a schema. */
public record ReadSubgraph(Optional<Subgraph> subgraph, List<CompositionError> errors) {
    private static final String FEDERATION = """
            extend schema @link(url: "https://specs.apollo.dev/federation/%s", import: [%s])
            """;

    /** The schema as it is: of Federation 1 unless it links federation. */
    public static ReadSubgraph of(String sdl) {
        return named("products", sdl);
    }

    static ReadSubgraph named(String name, String sdl) {
        Findings findings = new Findings();
        Optional<Subgraph> subgraph =
                SubgraphReader.read(new SubgraphInput(name, "", sdl, name + ".graphqls"), findings);
        return new ReadSubgraph(subgraph, findings.errors());
    }

    /**
     * The schema with a line before it that links federation.
     *
     * @param imports separated by spaces
     */
    static ReadSubgraph linking(String version, String imports, String sdl) {
        String names = imports.isEmpty() ? "" : "\"" + imports.replace(" ", "\", \"") + "\"";
        return of(FEDERATION.formatted(version, names) + sdl);
    }

    public List<ErrorCode> codes() {
        return errors.stream().map(CompositionError::code).distinct().sorted().toList();
    }

    /** The places of the only error: {@code line:column}. */
    public List<String> places() {
        return only().places().stream()
                .map(place -> place.line() + ":" + place.column())
                .toList();
    }

    public String message() {
        return only().message();
    }

    String advice() {
        return only().advice();
    }

    Schema schema() {
        return subgraph.orElseThrow(() -> new AssertionError(errors)).schema();
    }

    private CompositionError only() {
        if (errors.size() != 1) {
            throw new AssertionError("not one error: " + errors);
        }
        return errors.getFirst();
    }
}
