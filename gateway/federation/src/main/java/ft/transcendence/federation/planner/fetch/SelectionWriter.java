package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.plan.Argument;
import ft.transcendence.federation.plan.FieldSelection;
import ft.transcendence.federation.plan.InlineFragment;
import ft.transcendence.federation.plan.Selection;
import ft.transcendence.federation.plan.Value;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Resolution.FieldMove;
import ft.transcendence.federation.planner.graph.Standpoint;
import ft.transcendence.federation.planner.path.ChosenWays;
import ft.transcendence.federation.planner.path.HopContext;
import ft.transcendence.federation.planner.path.Place;
import ft.transcendence.federation.planner.path.PlaceField;
import ft.transcendence.federation.planner.path.Source;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes what one request selects: everything its sources were chosen for. */
final class SelectionWriter {
    /** Where a {@code __typename} lands that was asked only so that the selection is not empty, and does not tell the type. */
    private static final String IGNORED_KEY = "_ignored";

    private final QueryGraph graph;
    private final ChosenWays ways;
    private final ContextNames contextNames;
    private final AnswerKeys keys = new AnswerKeys();
    private final Map<Source, Map<PlaceField, Source.Derived>> children;

    /** @param children the {@link #children} of the ways, made once for all writers */
    SelectionWriter(
            QueryGraph graph,
            ChosenWays ways,
            Map<Source, Map<PlaceField, Source.Derived>> children,
            ContextNames contextNames) {
        this.graph = graph;
        this.ways = ways;
        this.children = children;
        this.contextNames = contextNames;
    }

    /** By source and field, the source of the field's value. */
    static Map<Source, Map<PlaceField, Source.Derived>> children(ChosenWays ways) {
        Map<Source, Map<PlaceField, Source.Derived>> children = new LinkedHashMap<>();
        for (Source source : ways.active()) {
            if (source instanceof Source.Derived derived) {
                children.computeIfAbsent(derived.parent(), ignored -> new LinkedHashMap<>())
                        .put(derived.field(), derived);
            }
        }
        return children;
    }

    /** A field to select, with the source of its value below when that is composite. */
    private record Wanted(
            PlaceField field, FieldMove move, Source.@Nullable Derived below, List<Argument> contextArguments) {}

    /** The root fields of a request. */
    List<Selection> root(Source.Root root) {
        return plain(wanted(root), "");
    }

    /** The root fields of a request for objects further down. */
    List<Selection> rootMove(Source.Hop hop) {
        return plain(wanted(hop), "");
    }

    /**
     * The fragments inside {@code _entities} for hops at one place.
     *
     * @param objectTypes of which objects
     */
    List<Selection> entities(List<Source.Hop> hops, Collection<String> objectTypes) {
        Map<String, Set<Wanted>> byLocalType = new LinkedHashMap<>();
        for (Source.Hop hop : hops) {
            List<Wanted> wanted = wanted(hop);
            for (String objectType : ways.inputs(hop).keySet()) {
                if (!objectTypes.contains(objectType)) {
                    continue;
                }
                String localType = hop.standpoint(objectType).orElseThrow().localType();
                Set<Wanted> here = byLocalType.computeIfAbsent(localType, ignored -> new LinkedHashSet<>());
                wanted.stream()
                        .filter(one -> one.field().objectTypes().contains(objectType))
                        .forEach(here::add);
            }
        }
        Place place = hops.getFirst().place();
        String subgraph = hops.getFirst().subgraph();
        List<Selection> fragments = new ArrayList<>();
        byLocalType.forEach((localType, wanted) -> {
            List<Selection> selections = selections(place, subgraph, localType, new ArrayList<>(wanted), "_entities");
            fragments.add(new InlineFragment(localType, selections));
        });
        return fragments;
    }

    private List<Wanted> wanted(Source source) {
        List<Wanted> wanted = new ArrayList<>();
        for (PlaceField field : source.place().fields()) {
            FieldMove move = field.moves().get(source);
            if (move == null) {
                continue;
            }
            if (field.child().isEmpty()) {
                if (ways.suppliers(field).contains(source)) {
                    wanted.add(new Wanted(field, move, null, contextArguments(source, field)));
                }
                continue;
            }
            Source.Derived below = children.getOrDefault(source, Map.of()).get(field);
            if (below != null) {
                wanted.add(new Wanted(field, move, below, contextArguments(source, field)));
            }
        }
        return wanted;
    }

    private List<Argument> contextArguments(Source source, PlaceField field) {
        return source instanceof Source.Hop hop
                ? hop.contexts(field).stream().map(this::contextArgument).toList()
                : List.of();
    }

    private Argument contextArgument(HopContext context) {
        return new Argument(
                context.argument().name(),
                context.source().isPresent()
                        ? new Value.VariableReference(contextNames.of(context))
                        : new Value.Literal("null"));
    }

    private List<Selection> selections(
            Place place, String subgraph, String localType, List<Wanted> wanted, String path) {
        List<Selection> selections = isAbstract(subgraph, localType)
                ? onAbstract(place, subgraph, localType, wanted, path)
                : plain(wanted, path);
        if (!selections.isEmpty()) {
            return selections;
        }
        boolean tells = !graph.isInterfaceObject(subgraph, localType);
        return List.of(new FieldSelection(
                "__typename", "__typename", tells ? "__typename" : IGNORED_KEY, List.of(), List.of()));
    }

    private boolean isAbstract(String subgraph, String type) {
        SupergraphType found = graph.supergraph().type(type).orElseThrow();
        return found.kind().isAbstract() && !graph.isInterfaceObject(subgraph, type);
    }

    private List<Selection> plain(List<Wanted> wanted, String path) {
        List<Selection> selections = new ArrayList<>();
        for (Wanted one : wanted) {
            selections.add(field(one, path));
        }
        return SelectionMerger.merge(selections);
    }

    /** On an interface or union: what it declares itself and is wanted of all its types, then a fragment for each type. */
    private List<Selection> onAbstract(
            Place place, String subgraph, String localType, List<Wanted> wanted, String path) {
        Set<String> possible = new LinkedHashSet<>(place.objectTypes());
        possible.retainAll(graph.possibleTypes(subgraph, localType));
        List<Selection> selections = new ArrayList<>();
        Map<String, List<Wanted>> byType = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            if (isDeclared(subgraph, localType, one)
                    && typesWanting(one, wanted).containsAll(possible)) {
                selections.add(field(one, path));
                continue;
            }
            for (String objectType : possible) {
                if (one.field().objectTypes().contains(objectType)) {
                    byType.computeIfAbsent(objectType, ignored -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        if (place.ordersByType()) {
            selections.add(new FieldSelection("__typename", "__typename", "__typename", List.of(), List.of()));
        }
        byType.forEach((objectType, fields) -> selections.add(new InlineFragment(objectType, plain(fields, path))));
        return SelectionMerger.merge(selections);
    }

    /** The object types for which this very field is wanted; a leaf is the same wherever it is wanted. */
    private static Set<String> typesWanting(Wanted wanted, List<Wanted> all) {
        Set<String> types = new LinkedHashSet<>(wanted.field().objectTypes());
        for (Wanted other : all) {
            if (wanted.below() == null
                    && other.below() == null
                    && other.field().mergedKey().equals(wanted.field().mergedKey())
                    && other.field().name().equals(wanted.field().name())
                    && other.field().arguments().equals(wanted.field().arguments())
                    && other.move().type().equals(wanted.move().type())) {
                types.addAll(other.field().objectTypes());
            }
        }
        return types;
    }

    private boolean isDeclared(String subgraph, String localType, Wanted wanted) {
        Predicate<String> sameNamedType =
                type -> type.equals(wanted.move().type().namedType());
        return graph.declaredType(subgraph, localType, wanted.field().name())
                .filter(type -> sameNamedType.test(type.namedType()))
                .isPresent();
    }

    private Selection field(Wanted wanted, String path) {
        PlaceField field = wanted.field();
        Source.Derived below = wanted.below();
        String key = keys.keyFor(path, field.mergedKey(), wanted.move().type(), below != null);
        List<Selection> selections = List.of();
        if (below != null) {
            Standpoint standpoint = below.standpoint();
            selections = selections(
                    below.place(), below.subgraph(), standpoint.localType(), wanted(below), path + "." + key);
        }
        List<Argument> arguments = new ArrayList<>(field.arguments());
        arguments.addAll(wanted.contextArguments());
        return new FieldSelection(field.name(), key, field.mergedKey(), arguments, selections);
    }
}
