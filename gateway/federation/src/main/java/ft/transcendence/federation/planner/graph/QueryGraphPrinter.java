package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.plan.IndentedText;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;
import java.util.Set;

/** Prints a query graph: by subgraph and type, the key edges that lead to the node and the field edges that lead on from it. */
final class QueryGraphPrinter {
    private final QueryGraph graph;
    private final IndentedText out = new IndentedText();

    private QueryGraphPrinter(QueryGraph graph) {
        this.graph = graph;
    }

    static String print(QueryGraph graph) {
        QueryGraphPrinter printer = new QueryGraphPrinter(graph);
        printer.out.open("QueryGraph {");
        graph.supergraph().subgraphs().keySet().forEach(printer::subgraph);
        printer.out.close("}");
        return printer.out.toString();
    }

    private void subgraph(String subgraph) {
        out.open("Subgraph(\"" + subgraph + "\") {");
        for (SupergraphType type : graph.supergraph().types().values()) {
            if (type.kind().isComposite() && type.join(subgraph).isPresent()) {
                node(new GraphNode(subgraph, type.name(), FieldSet.EMPTY), type);
            }
        }
        out.close("}");
    }

    private void node(GraphNode node, SupergraphType type) {
        boolean interfaceObject = graph.isInterfaceObject(node.subgraph(), type.name());
        out.open(type.name() + (interfaceObject ? " (interface object)" : "") + " {");
        keyEdges(node, type, interfaceObject).forEach(edge -> out.line(text(edge)));
        if (type.kind() == TypeKind.OBJECT || interfaceObject) {
            type.fields().keySet().forEach(field -> field(node, type.name(), field));
        } else {
            Set<String> possible = graph.possibleTypes(node.subgraph(), type.name());
            out.line("possible types " + (possible.isEmpty() ? "none" : String.join(" | ", possible)));
        }
        out.close("}");
    }

    /** An interface object is entered as any of its implementations, and an interface by its own key. */
    private List<KeyEdge> keyEdges(GraphNode node, SupergraphType type, boolean interfaceObject) {
        if (interfaceObject) {
            return graph.supergraph().objectTypes(type.name()).stream()
                    .flatMap(objectType -> graph.keyEdges(node.subgraph(), objectType).stream())
                    .filter(edge -> edge.typename().equals(type.name()))
                    .distinct()
                    .toList();
        }
        return switch (type.kind()) {
            case OBJECT ->
                graph.keyEdges(node.subgraph(), type.name()).stream()
                        .filter(edge -> edge.typename().equals(type.name()))
                        .toList();
            case INTERFACE -> graph.interfaceKeyEdges(node.subgraph(), type.name());
            case UNION, ENUM, SCALAR, INPUT_OBJECT -> List.of();
        };
    }

    private static String text(KeyEdge edge) {
        return edge.key().isEmpty() ? "key edge without a key" : "key edge { " + edge.key() + " }";
    }

    private void field(GraphNode node, String objectType, String field) {
        if (graph.resolve(node, objectType, field) instanceof FieldEdge edge) {
            StringBuilder text = new StringBuilder(field + ": " + edge.type());
            append(text, "requires", edge.requires());
            append(text, "provides", edge.provided());
            for (ContextArgument argument : edge.contextArguments()) {
                text.append(" context ")
                        .append(argument.name())
                        .append(" { ")
                        .append(argument.selection())
                        .append(" }");
            }
            out.line(text.toString());
        }
    }

    private static void append(StringBuilder text, String word, FieldSet fields) {
        if (!fields.isEmpty()) {
            text.append(' ').append(word).append(" { ").append(fields).append(" }");
        }
    }
}
