package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Shared fields of an abstract type: subgraphs must be able to return the same object. If no runtime type is common to all, no object can be the
 * same; if some types are not common, subgraphs must not return them there.
 */
final class SharedRuntimeTypes {
    private final Schema api;
    private final QueryGraph graph;
    private final Findings findings;
    private final QueryText queryText;
    private final Set<String> reported = new HashSet<>();

    SharedRuntimeTypes(Schema api, QueryGraph graph, Findings findings) {
        this.api = api;
        this.graph = graph;
        this.findings = findings;
        this.queryText = new QueryText(api);
    }

    /** Whether the values of a field can be the same at all nodes at which a path ends. */
    boolean check(ApiPath path, String objectType, Field field, Set<GraphNode> values) {
        String type = field.type().namedType();
        boolean isAbstract =
                api.type(type).filter(found -> found.kind() != TypeKind.OBJECT).isPresent();
        if (!isAbstract
                || !isShared(objectType, field)
                || values.stream().filter(this::isAbstract).count() < 2) {
            return true;
        }
        Set<String> all = new TreeSet<>(api.possibleTypes(type));
        Map<String, Set<String>> bySubgraph = runtimeTypes(values, all);
        boolean isUnknown = bySubgraph.values().stream().allMatch(Set::isEmpty);
        if (isUnknown) {
            return true;
        }
        Set<String> common = new TreeSet<>(all);
        bySubgraph.values().forEach(common::retainAll);
        boolean isDifferent = bySubgraph.values().stream().distinct().count() > 1;
        if (isDifferent && reported.add(field.coordinate())) {
            report(path, field, bySubgraph, common);
        }
        return !common.isEmpty();
    }

    private boolean isShared(String objectType, Field field) {
        return graph.supergraph()
                .type(objectType)
                .flatMap(type -> type.field(field.name()))
                .filter(found -> found.joins().values().stream()
                                .filter(join -> !join.external())
                                .count()
                        > 1)
                .isPresent();
    }

    private boolean isAbstract(GraphNode node) {
        return graph.supergraph()
                .type(node.localType())
                .map(SupergraphType::kind)
                .filter(kind -> kind == TypeKind.UNION
                        || kind == TypeKind.INTERFACE && !graph.isInterfaceObject(node.subgraph(), node.localType()))
                .isPresent();
    }

    /** An interface object stands for any type, so that it does not matter. */
    private Map<String, Set<String>> runtimeTypes(Set<GraphNode> values, Set<String> all) {
        Map<String, Set<String>> bySubgraph = new LinkedHashMap<>();
        for (GraphNode value : values) {
            if (!graph.isInterfaceObject(value.subgraph(), value.localType())) {
                Set<String> possible = new LinkedHashSet<>(graph.possibleTypes(value.subgraph(), value.localType()));
                if (possible.size() != 1 || all.containsAll(possible)) {
                    bySubgraph.put(value.subgraph(), new TreeSet<>(possible));
                }
            }
        }
        return bySubgraph;
    }

    private void report(ApiPath path, Field field, Map<String, Set<String>> bySubgraph, Set<String> common) {
        String lists = bySubgraph.entrySet().stream()
                .map(entry -> "- \"" + entry.getKey() + "\": " + list(entry.getValue()))
                .collect(Collectors.joining("\n"));
        if (common.isEmpty()) {
            findings.error(
                    ErrorCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES,
                    field.coordinate()
                            + " is shared, but there is no object type that all of its subgraphs can return in\n"
                            + queryText.write(path).indent(2) + "Runtime types of " + field.type() + ":\n" + lists,
                    field.places());
            return;
        }
        findings.hint(
                HintCode.INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN,
                field.coordinate() + " is shared, but its subgraphs know different runtime types of " + field.type()
                        + ". All of them may return " + list(common) + " only:\n" + lists,
                field.places());
    }

    private static String list(Set<String> types) {
        return types.isEmpty() ? "none" : String.join(", ", types);
    }
}
