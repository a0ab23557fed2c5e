package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reachability;
import ft.transcendence.federation.planner.limits.SizeLimit;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the entity moves of fields with requirements, each of which is made for one field. */
final class RequiringMoves {
    private final QueryGraph graph;
    private final Reachability reachability;
    private final SizeLimit limit;

    /** @param limit bounds the size of the query tree */
    RequiringMoves(QueryGraph graph, Reachability reachability, SizeLimit limit) {
        this.graph = graph;
        this.reachability = reachability;
        this.limit = limit;
    }

    /** A field with requirements is resolved only in an entity move that sends them, even if its subgraph already holds the object. */
    void add(QueryTreeField field, PathCandidate candidate, FieldEdge edge) {
        Map<String, GraphNode> graphNodes = new LinkedHashMap<>();
        Map<String, FieldSet> requirements = new LinkedHashMap<>();
        EntityMovePattern.Kind kind = EntityMovePattern.Kind.ENTITIES;
        limit.add(field.objectTypes().size());
        for (String objectType : field.objectTypes()) {
            Reachability.ReachableNodes reachable = follow(field.node(), objectType);
            Optional<GraphNode> entered = candidate
                    .graphNode(objectType)
                    .flatMap(held -> reachability.whereToSend(reachable, held, objectType, edge.requires()));
            if (entered.isEmpty()) {
                return;
            }
            if (!reachable.entered().containsKey(candidate.subgraph())) {
                kind = EntityMovePattern.Kind.ENTITIES_AGAIN;
            }
            graphNodes.put(objectType, entered.get());
            requirements.put(objectType, edge.requires());
        }
        List<ContextInput> contexts = new ArrayList<>();
        for (ContextArgument argument : edge.contextArguments()) {
            Optional<ContextInput> context = context(field, argument);
            if (context.isEmpty()) {
                return;
            }
            contexts.add(context.get());
        }
        EntityMove move = new EntityMove(
                field.node(),
                new EntityMovePattern(candidate.subgraph(), graphNodes, kind),
                field.part(),
                Optional.of(field),
                requirements,
                contexts);
        field.candidates().put(move, edge.withoutRequirements());
    }

    /** Finds the nearest enclosing object that sets the context. The object that has the field does not count as enclosing. */
    private Optional<ContextInput> context(QueryTreeField field, ContextArgument argument) {
        Optional<QueryTreeField> enclosingField = field.node().parentField();
        while (enclosingField.isPresent()) {
            QueryTreeNode enclosing = enclosingField.get().node();
            List<String> setting = enclosingField.get().objectTypes().stream()
                    .filter(objectType -> graph.supergraph().setsContext(objectType, argument.context()))
                    .toList();
            if (!setting.isEmpty()) {
                return Optional.of(new ContextInput(argument, Optional.of(enclosing), setting));
            }
            enclosingField = enclosing.parentField();
        }
        return argument.type().isNonNull()
                ? Optional.empty()
                : Optional.of(new ContextInput(argument, Optional.empty(), List.of()));
    }

    private Reachability.ReachableNodes follow(QueryTreeNode node, String objectType) {
        return reachability.follow(node.directGraphNodes(), objectType, !node.hasManyTypes());
    }
}
