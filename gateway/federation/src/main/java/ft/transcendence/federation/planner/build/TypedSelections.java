package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes selections for some object types of a node as fragments. Fields that many types have in common go into a fragment on an interface that
 * declares them, if that saves enough: a single fragment if the interface has just these types, otherwise one within the fragment of each
 * type, so that the request can spread a named fragment there.
 */
final class TypedSelections {
    /** Characters to save before it is worthwhile; below, a fragment for each type is easier to read. */
    private static final int WORTHWHILE = 100;
    /** The approximate length of a fragment spread. */
    private static final int SPREAD = 6;

    private final QueryGraph graph;
    private final String subgraph;
    private final String localType;
    private final Set<String> possible;
    private final Map<String, List<Selection>> byType = new LinkedHashMap<>();
    private final Map<Integer, Sharable> sharable = new LinkedHashMap<>();
    private final Map<Integer, Selection> instances = new HashMap<>();
    private final SelectionNumbers numbers;

    /** A selection that an interface may declare, with the field's type and the object types that want it. */
    private record Sharable(Selection selection, TypeRef type, Set<String> objectTypes) {}

    TypedSelections(
            QueryGraph graph, String subgraph, String localType, Set<String> possible, SelectionNumbers numbers) {
        this.graph = graph;
        this.numbers = numbers;
        this.subgraph = subgraph;
        this.localType = localType;
        this.possible = possible;
    }

    /**
     * Adds a selection.
     *
     * @param type the field's type, if it may be selected on an interface that declares it
     * @param objectTypes the types that want it
     */
    void add(FieldSelection selection, Optional<TypeRef> type, List<String> objectTypes) {
        int number = numbers.of(selection);
        Selection one = instances.computeIfAbsent(number, ignored -> selection);
        for (String objectType : objectTypes) {
            byType.computeIfAbsent(objectType, ignored -> new ArrayList<>()).add(one);
        }
        type.ifPresent(
                fieldType -> sharable.computeIfAbsent(number, ignored -> new Sharable(one, fieldType, new HashSet<>()))
                        .objectTypes()
                        .addAll(objectTypes));
    }

    List<Selection> fragments() {
        List<Selection> fragments = new ArrayList<>();
        Map<String, List<Selection>> common = new LinkedHashMap<>();
        Map<String, Set<Selection>> taken = new HashMap<>();
        byObjectTypes().forEach((objectTypes, selections) -> {
            for (InlineFragment fragment : shared(objectTypes, selections)) {
                if (hasOnly(fragment.typeCondition(), objectTypes)) {
                    fragments.add(fragment);
                } else {
                    objectTypes.forEach(objectType -> common.computeIfAbsent(objectType, ignored -> new ArrayList<>())
                            .add(fragment));
                }
                objectTypes.forEach(objectType -> taken.computeIfAbsent(objectType, ignored -> byIdentity())
                        .addAll(fragment.selections()));
            }
        });
        byType.forEach((objectType, selections) -> {
            List<Selection> left = new ArrayList<>(common.getOrDefault(objectType, List.of()));
            Set<Selection> elsewhere = taken.getOrDefault(objectType, Set.of());
            selections.stream().filter(one -> !elsewhere.contains(one)).forEach(left::add);
            if (!left.isEmpty()) {
                fragments.add(new InlineFragment(objectType, SelectionMerger.merge(left)));
            }
        });
        return fragments;
    }

    /** The selections that could be shared, by the types that want them. */
    private Map<Set<String>, List<Sharable>> byObjectTypes() {
        Map<Set<String>, List<Sharable>> bundles = new LinkedHashMap<>();
        for (Sharable one : sharable.values()) {
            if (one.objectTypes().size() > 1) {
                Set<String> inOrder = new LinkedHashSet<>(possible);
                inOrder.retainAll(one.objectTypes());
                bundles.computeIfAbsent(inOrder, ignored -> new ArrayList<>()).add(one);
            }
        }
        return bundles;
    }

    private static Set<Selection> byIdentity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Fragments on interfaces that declare some of the selections. The one that saves most comes first, and each has to save enough. */
    private List<InlineFragment> shared(Set<String> objectTypes, List<Sharable> selections) {
        Map<String, List<Selection>> declared = new LinkedHashMap<>();
        for (String candidate : interfaces(objectTypes)) {
            declared.put(
                    candidate,
                    selections.stream()
                            .filter(one -> declares(candidate, one))
                            .map(Sharable::selection)
                            .toList());
        }
        Map<String, Long> savings = new HashMap<>();
        declared.forEach((candidate, some) -> savings.put(candidate, saved(candidate, some, objectTypes)));
        List<String> bestFirst = declared.keySet().stream()
                .sorted(Comparator.comparingLong((String candidate) -> savings.getOrDefault(candidate, 0L))
                        .reversed())
                .toList();
        Set<Selection> taken = byIdentity();
        List<InlineFragment> fragments = new ArrayList<>();
        for (String candidate : bestFirst) {
            List<Selection> left = declared.getOrDefault(candidate, List.of()).stream()
                    .filter(one -> !taken.contains(one))
                    .toList();
            if (saved(candidate, left, objectTypes) > WORTHWHILE) {
                fragments.add(new InlineFragment(candidate, SelectionMerger.merge(left)));
                taken.addAll(left);
            }
        }
        return fragments;
    }

    private long saved(String candidate, List<Selection> selections, Set<String> objectTypes) {
        if (selections.isEmpty()) {
            return 0;
        }
        long length = selections.stream().mapToLong(TypedSelections::length).sum();
        long spreads = hasOnly(candidate, objectTypes) ? 0 : (long) SPREAD * objectTypes.size();
        return length * (objectTypes.size() - 1) - spreads;
    }

    private boolean declares(String type, Sharable one) {
        return one.selection() instanceof FieldSelection field
                && graph.declaredType(subgraph, type, field.name())
                        .filter(one.type()::equals)
                        .isPresent();
    }

    private static long length(Selection selection) {
        return selection instanceof FieldSelection field
                ? field.responseKey().length() + 1L + (field.isLeaf() ? 0 : SPREAD)
                : 0;
    }

    /** The subgraph's interfaces that have all these types. */
    private List<String> interfaces(Set<String> objectTypes) {
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(localType);
        graph.supergraph()
                .type(objectTypes.iterator().next())
                .map(SupergraphType::interfaces)
                .ifPresent(interfaces -> candidates.addAll(interfaces.getOrDefault(subgraph, Set.of())));
        return candidates.stream()
                .filter(candidate -> !graph.isInterfaceObject(subgraph, candidate)
                        && graph.possibleTypes(subgraph, candidate).containsAll(objectTypes))
                .toList();
    }

    /** Whether every object of this interface at the node is of one of these types. */
    private boolean hasOnly(String candidate, Set<String> objectTypes) {
        return graph.possibleTypes(subgraph, candidate).stream()
                .filter(possible::contains)
                .allMatch(objectTypes::contains);
    }
}
