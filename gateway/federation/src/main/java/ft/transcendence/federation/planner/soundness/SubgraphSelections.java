package ft.transcendence.federation.planner.soundness;

import ft.transcendence.federation.plan.input.InputField;
import ft.transcendence.federation.plan.input.InputSelection;
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.planner.graph.FieldResolution;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Supergraph;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks selections against what a subgraph offers, and adds their fields to a {@link TypeTree}. */
final class SubgraphSelections {
    private final Supergraph supergraph;
    private final QueryGraph graph;

    SubgraphSelections(QueryGraph graph) {
        this.supergraph = graph.supergraph();
        this.graph = graph;
    }

    void addRoot(String subgraph, String rootType, List<Selection> selections, TypeTree tree) {
        PlanSoundness.requireConsistentKeys(selections);
        GraphNode graphNode = new GraphNode(subgraph, rootType, FieldSet.EMPTY);
        add(graphNode, Set.of(rootType), selections, tree, List.of());
    }

    void addEntities(
            String subgraph,
            Representation representation,
            Collection<String> objectTypes,
            List<Selection> selections,
            TypeTree objects) {
        PlanSoundness.requireConsistentKeys(selections);
        requireKey(subgraph, representation);
        for (Selection selection : selections) {
            if (selection instanceof InlineFragment fragment
                    && fragment.typeCondition().equals(representation.typename())) {
                GraphNode graphNode = new GraphNode(subgraph, fragment.typeCondition(), FieldSet.EMPTY);
                add(graphNode, objectTypes, fragment.selections(), objects, representation.requirements());
            }
        }
    }

    private void requireKey(String subgraph, Representation representation) {
        boolean fits =
                supergraph.type(representation.typename()).orElseThrow().join(subgraph).orElseThrow().keys().stream()
                        .filter(key -> key.resolvable() || isReentered(representation))
                        .anyMatch(key -> key.fields().parts().stream()
                                .allMatch(part -> part instanceof FieldSet.Field field
                                        && has(representation.keys(), field.name())));
        PlanSoundness.require(fits, representation + " has no key of " + subgraph);
    }

    /** Whether a subgraph that held the objects is entered again for what its own fields require, by any of its keys. */
    private static boolean isReentered(Representation representation) {
        return !representation.requirements().isEmpty();
    }

    private static boolean has(List<InputSelection> inputs, String name) {
        return inputs.stream()
                .anyMatch(input ->
                        input instanceof InputField field && field.name().equals(name));
    }

    private void add(
            GraphNode graphNode,
            Collection<String> objectTypes,
            List<Selection> selections,
            TypeTree objects,
            List<InputSelection> sent) {
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> addField(graphNode, objectTypes, field, objects, sent);
                case InlineFragment fragment -> {
                    Set<String> narrowed = new LinkedHashSet<>(objectTypes);
                    narrowed.retainAll(graph.possibleTypes(graphNode.subgraph(), fragment.typeCondition()));
                    PlanSoundness.require(
                            supergraph
                                    .type(fragment.typeCondition())
                                    .orElseThrow()
                                    .join(graphNode.subgraph())
                                    .isPresent(),
                            graphNode.subgraph() + " has no type " + fragment.typeCondition());
                    GraphNode inside =
                            new GraphNode(graphNode.subgraph(), fragment.typeCondition(), graphNode.provided());
                    add(inside, narrowed, fragment.selections(), objects, sent);
                }
            }
        }
    }

    private void addField(
            GraphNode graphNode,
            Collection<String> objectTypes,
            FieldSelection field,
            TypeTree objects,
            List<InputSelection> sent) {
        if (field.name().equals("__typename") && !field.mergedKey().equals("__typename")) {
            return;
        }
        // Federation 1 does not mark provided fields; the fields of object types are checked individually below
        boolean isAbstract =
                supergraph.type(graphNode.localType()).orElseThrow().kind().isAbstract();
        PlanSoundness.require(
                !isAbstract
                        || graph.declaredType(graphNode.subgraph(), graphNode.localType(), field.name())
                                .isPresent(),
                graphNode + " does not declare " + field.name());
        for (String objectType : objectTypes) {
            switch (graph.resolve(graphNode, objectType, field.name())) {
                case FieldResolution.Impossible ignored -> {}
                case FieldResolution.Unavailable ignored -> {
                    // a type that cannot occur here need not have the field
                    PlanSoundness.require(
                            !objects.canBe(objectType),
                            graphNode + " cannot resolve " + field.name() + " of " + objectType);
                }
                case FieldEdge edge -> {
                    for (FieldSet.Part part : edge.requires().parts()) {
                        PlanSoundness.require(
                                !(part instanceof FieldSet.Field required) || has(sent, required.name()),
                                field.name() + " of " + objectType + " in " + graphNode
                                        + " is selected without sending " + part);
                    }
                    for (ContextArgument argument : edge.contextArguments()) {
                        PlanSoundness.require(
                                field.arguments().stream()
                                        .anyMatch(given -> given.name().equals(argument.name())),
                                field.name() + " of " + objectType + " is selected without the context " + argument);
                    }
                    addValue(graphNode, objectType, field, edge, objects);
                }
            }
        }
    }

    private void addValue(
            GraphNode graphNode, String objectType, FieldSelection field, FieldEdge edge, TypeTree objects) {
        TypeTree child = null;
        if (!field.isLeaf()) {
            String type = edge.type().namedType();
            child = new TypeTree(graph.possibleTypes(graphNode.subgraph(), type));
            GraphNode below = new GraphNode(graphNode.subgraph(), type, edge.provided());
            add(below, child.objectTypes(), field.selections(), child, List.of());
        }
        List<Argument> arguments = field.arguments().stream()
                .filter(argument -> edge.contextArguments().stream()
                        .noneMatch(context -> context.name().equals(argument.name())))
                .toList();
        objects.put(objectType, field.mergedKey(), new TypeTree.Cell(field.name(), arguments, child));
    }
}
