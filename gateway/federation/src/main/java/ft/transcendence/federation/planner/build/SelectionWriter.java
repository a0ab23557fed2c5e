package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.Value;
import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.graph.GraphNode;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.limits.SizeLimit;
import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.tree.ContextInput;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.PathCandidate.RootMove;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import ft.transcendence.federation.planner.tree.QueryTreeNode;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the selection set of one request: every field that its path candidates supply. */
final class SelectionWriter {
    /** The merged key of a {@code __typename} that only keeps a selection set from being empty and does not tell the type. */
    private static final String IGNORED_KEY = "_ignored";

    private final QueryGraph graph;
    private final PathSelection paths;
    private final ContextNames contextNames;
    private final ResponseKeys keys = new ResponseKeys();
    private final SelectionNumbers numbers = new SelectionNumbers();
    private final Map<PathCandidate, Map<QueryTreeField, FieldMove>> children;
    private final SizeLimit written;

    /**
     * @param written counts each field that is written for a single object type
     * @param children the {@link #children} of the path selection, computed once for all writers
     */
    SelectionWriter(
            QueryGraph graph,
            PathSelection paths,
            Map<PathCandidate, Map<QueryTreeField, FieldMove>> children,
            ContextNames contextNames,
            SizeLimit written) {
        this.graph = graph;
        this.paths = paths;
        this.children = children;
        this.contextNames = contextNames;
        this.written = written;
    }

    /** By path candidate and field, the field move to the field's value. */
    static Map<PathCandidate, Map<QueryTreeField, FieldMove>> children(PathSelection paths) {
        Map<PathCandidate, Map<QueryTreeField, FieldMove>> children = new LinkedHashMap<>();
        for (PathCandidate candidate : paths.active()) {
            if (candidate instanceof FieldMove fieldMove) {
                children.computeIfAbsent(fieldMove.parent(), ignored -> new LinkedHashMap<>())
                        .put(fieldMove.field(), fieldMove);
            }
        }
        return children;
    }

    /** A field to select; if its value is composite, with the field move to it. */
    private record SelectedField(
            QueryTreeField field, FieldEdge edge, @Nullable FieldMove below, List<Argument> contextArguments) {}

    /** The root fields of a request. */
    List<Selection> root(RootMove root) {
        return plain(selected(root), "");
    }

    /** The root fields of a request for objects below the root. */
    List<Selection> nestedRoot(EntityMove move) {
        return plain(selected(move), "");
    }

    /**
     * The fragments inside {@code _entities} for the entity moves from one node.
     *
     * @param objectTypes the types to select fields for
     */
    List<Selection> entities(List<EntityMove> moves, Collection<String> objectTypes) {
        Map<String, Set<SelectedField>> byLocalType = new LinkedHashMap<>();
        for (EntityMove move : moves) {
            List<SelectedField> selected = selected(move);
            for (String objectType : paths.inputs(move).keySet()) {
                if (!objectTypes.contains(objectType)) {
                    continue;
                }
                String localType = move.graphNode(objectType).orElseThrow().localType();
                Set<SelectedField> here = byLocalType.computeIfAbsent(localType, ignored -> new LinkedHashSet<>());
                selected.stream()
                        .filter(one -> one.field().objectTypes().contains(objectType))
                        .forEach(here::add);
            }
        }
        QueryTreeNode node = moves.getFirst().node();
        String subgraph = moves.getFirst().subgraph();
        List<Selection> fragments = new ArrayList<>();
        byLocalType.forEach((localType, selected) -> {
            List<Selection> selections = selections(node, subgraph, localType, new ArrayList<>(selected), "_entities");
            fragments.add(new InlineFragment(localType, selections));
        });
        return fragments;
    }

    private List<SelectedField> selected(PathCandidate candidate) {
        List<SelectedField> selected = new ArrayList<>();
        for (QueryTreeField field : candidate.node().fields()) {
            FieldEdge edge = field.candidates().get(candidate);
            if (edge == null) {
                continue;
            }
            if (field.child().isEmpty()) {
                if (paths.suppliers(field).contains(candidate)) {
                    selected.add(new SelectedField(field, edge, null, contextArguments(candidate, field)));
                }
                continue;
            }
            FieldMove below = children.getOrDefault(candidate, Map.of()).get(field);
            if (below != null) {
                selected.add(new SelectedField(field, edge, below, contextArguments(candidate, field)));
            }
        }
        return selected;
    }

    private List<Argument> contextArguments(PathCandidate candidate, QueryTreeField field) {
        return candidate instanceof EntityMove move
                ? move.contexts(field).stream().map(this::contextArgument).toList()
                : List.of();
    }

    private Argument contextArgument(ContextInput context) {
        return new Argument(
                context.argument().name(),
                context.source().isPresent()
                        ? new Value.VariableReference(contextNames.of(context))
                        : new Value.Literal("null"));
    }

    private List<Selection> selections(
            QueryTreeNode node, String subgraph, String localType, List<SelectedField> selected, String path) {
        List<Selection> selections = isAbstract(subgraph, localType)
                ? onAbstract(node, subgraph, localType, selected, path)
                : plain(selected, path);
        if (!selections.isEmpty()) {
            return selections;
        }
        boolean typenameIsReliable = !graph.isInterfaceObject(subgraph, localType);
        return List.of(FieldSelection.typename(typenameIsReliable ? "__typename" : IGNORED_KEY));
    }

    private boolean isAbstract(String subgraph, String type) {
        SupergraphType found = graph.supergraph().type(type).orElseThrow();
        return found.kind().isAbstract() && !graph.isInterfaceObject(subgraph, type);
    }

    private List<Selection> plain(List<SelectedField> selected, String path) {
        List<Selection> selections = new ArrayList<>();
        for (SelectedField one : selected) {
            selections.add(field(one, path));
        }
        return SelectionMerger.merge(selections);
    }

    /**
     * Writes selections on an interface or union, in this order: fields that the type declares itself and that all its types want, fields that
     * several types want and another interface declares, where that is shorter, and a fragment for each type.
     */
    private List<Selection> onAbstract(
            QueryTreeNode node, String subgraph, String localType, List<SelectedField> selected, String path) {
        Set<String> possible = new LinkedHashSet<>(node.objectTypes());
        possible.retainAll(graph.possibleTypes(subgraph, localType));
        Map<Leaf, Set<String>> typesOfLeaves = typesOfLeaves(selected);
        List<Selection> selections = new ArrayList<>();
        TypedSelections typed = new TypedSelections(graph, subgraph, localType, possible, numbers);
        for (SelectedField one : selected) {
            Set<String> types = one.below() == null
                    ? typesOfLeaves.getOrDefault(Leaf.of(one), Set.of())
                    : new LinkedHashSet<>(one.field().objectTypes());
            FieldSelection selection = field(one, path);
            if (isDeclared(subgraph, localType, one) && types.containsAll(possible)) {
                selections.add(selection);
            } else {
                List<String> own = possible.stream()
                        .filter(one.field().objectTypes()::contains)
                        .toList();
                written.add(own.size());
                boolean sharable = one.field().arguments().isEmpty()
                        && one.contextArguments().isEmpty();
                typed.add(selection, sharable ? Optional.of(one.edge().type()) : Optional.empty(), own);
            }
        }
        if (node.ordersByType()) {
            selections.add(FieldSelection.typename("__typename"));
        }
        selections.addAll(typed.fragments());
        return SelectionMerger.merge(selections);
    }

    /** A leaf field, equal wherever it is selected alike. */
    private record Leaf(
            String mergedKey, String name, List<Argument> arguments, List<Occurrence> occurrences, TypeRef type) {
        static Leaf of(SelectedField selected) {
            QueryTreeField field = selected.field();
            return new Leaf(
                    field.mergedKey(),
                    field.name(),
                    field.arguments(),
                    field.occurrences(),
                    selected.edge().type());
        }
    }

    /** By leaf, the object types that want it. */
    private static Map<Leaf, Set<String>> typesOfLeaves(List<SelectedField> selected) {
        Map<Leaf, Set<String>> types = new LinkedHashMap<>();
        for (SelectedField one : selected) {
            if (one.below() == null) {
                types.computeIfAbsent(Leaf.of(one), ignored -> new LinkedHashSet<>())
                        .addAll(one.field().objectTypes());
            }
        }
        return types;
    }

    private boolean isDeclared(String subgraph, String localType, SelectedField selected) {
        Predicate<String> sameNamedType =
                type -> type.equals(selected.edge().type().namedType());
        return graph.declaredType(subgraph, localType, selected.field().name())
                .filter(type -> sameNamedType.test(type.namedType()))
                .isPresent();
    }

    private FieldSelection field(SelectedField selected, String path) {
        QueryTreeField field = selected.field();
        FieldMove below = selected.below();
        String key = keys.keyFor(path, field.mergedKey(), selected.edge().type(), below != null);
        List<Selection> selections = List.of();
        if (below != null) {
            GraphNode graphNode = below.graphNode();
            selections = selections(
                    below.node(), below.subgraph(), graphNode.localType(), selected(below), path + "." + key);
        }
        List<Argument> arguments = new ArrayList<>(field.arguments());
        arguments.addAll(selected.contextArguments());
        String valueType = selected.edge().type().namedType();
        return new FieldSelection(
                field.name(), key, field.mergedKey(), arguments, field.occurrences(), valueType, selections);
    }
}
