package ft.transcendence.schemacheck.supergraph;

import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys with which a gateway enters a subgraph. Clients do not see them, but gateways with the released supergraph use them.
 *
 * @param subgraphs {@code Type @key(fields: "id")}, only resolvable ones → the subgraphs that have it
 */
public record EntityKeys(SortedMap<String, SortedSet<String>> subgraphs) {
    private static final String HINT =
            "gateways with the released supergraph still use it: deploy the new supergraph before the subgraph";

    static EntityKeys of(Document supergraph, JoinGraphs graphs) {
        SortedMap<String, SortedSet<String>> keys = new TreeMap<>();
        for (TypeDefinition<?> type : supergraph.getDefinitionsOfType(TypeDefinition.class)) {
            for (Directive joinType : type.getDirectives("join__type")) {
                boolean isResolvable =
                        !(JoinGraphs.value(joinType, "resolvable") instanceof BooleanValue flag) || flag.isValue();
                if (isResolvable && JoinGraphs.value(joinType, "key") instanceof StringValue key) {
                    String name = type.getName() + " @key(fields: \"" + key.getValue() + "\")";
                    graphs.subgraph(joinType)
                            .ifPresent(subgraph -> keys.computeIfAbsent(name, ignored -> new TreeSet<>())
                                    .add(subgraph));
                }
            }
        }
        return new EntityKeys(keys);
    }

    public List<Finding> changesSince(EntityKeys released) {
        List<Finding> changes = new ArrayList<>();
        released.subgraphs.forEach((key, before) -> before.stream()
                .filter(subgraph ->
                        !subgraphs.getOrDefault(key, new TreeSet<>()).contains(subgraph))
                .map(subgraph -> new Finding(Level.DANGEROUS, key, "was removed from " + subgraph).hint(HINT))
                .forEach(changes::add));
        return changes;
    }
}
