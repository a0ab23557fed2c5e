package ft.transcendence.schemacheck.config;

import java.util.Comparator;
import java.util.List;

/**
 * The subgraphs of a supergraph.yaml.
 *
 * @param subgraphs in the order of their names
 */
public record SupergraphConfig(List<SubgraphSchema> subgraphs) {
    public SupergraphConfig {
        subgraphs = subgraphs.stream()
                .sorted(Comparator.comparing(SubgraphSchema::name))
                .toList();
    }
}
