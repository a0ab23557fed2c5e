package ft.transcendence.composition.reader;

import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.syntax.SdlDocument;
import ft.transcendence.composition.syntax.SdlParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Step 1: reads subgraphs' SDL into the model.
 *
 * <p>Afterwards a schema's types and directive definitions are its own: what the specifications that composition knows define is gone, as are the
 * types and root fields by which gateways read schemas and entities. Root types have their default names. Every use of a directive says which
 * directive of composition it is.
 */
public final class SubgraphReader {
    private SubgraphReader() {}

    /** The subgraphs without errors; those of the others are in the findings. Syntax errors are told of first, and alone. */
    public static List<Subgraph> readAll(List<SubgraphInput> inputs, Findings findings) {
        SubgraphNames.check(inputs, findings);
        Map<SubgraphInput, SdlDocument> documents = new LinkedHashMap<>();
        for (SubgraphInput input : inputs) {
            SdlParser.parse(input, findings).ifPresent(document -> documents.put(input, document));
        }
        if (findings.hasErrors()) {
            return List.of();
        }
        return documents.entrySet().stream()
                .flatMap(entry -> new SchemaReader(entry.getKey(), entry.getValue()).read(findings).stream())
                .toList();
    }

    /** The subgraph, or nothing and errors in the findings. */
    public static Optional<Subgraph> read(SubgraphInput input, Findings findings) {
        return readAll(List.of(input), findings).stream().findFirst();
    }
}
