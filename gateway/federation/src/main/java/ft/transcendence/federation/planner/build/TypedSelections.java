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
 * What is asked of some of the object types at a place, as fragments. What many types are asked in common is put into a
 * fragment of an interface that declares it, where that saves much: once for the interface if it has just these types, and else
 * within the fragment of each type, so that the request can spread one named fragment there.
 */
final class TypedSelections {
    /** Characters to be saved: below, a fragment for each type reads better. */
    private static final int WORTHWHILE = 100;
    /** About what it takes to spread a fragment. */
    private static final int SPREAD = 6;

    private final QueryGraph graph;
    private final String subgraph;
    private final String localType;
    private final Set<String> possible;
    private final Map<String, List<Selection>> byType = new LinkedHashMap<>();
    private final Map<Integer, Sharable> sharable = new LinkedHashMap<>();
    private final Map<Integer, Selection> instances = new HashMap<>();
    private final SelectionNumbers numbers;

    /** A selection that an interface might declare, with the field's type and the object types it is for. */
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
     * @param type the field's type, when an interface that declares it could be asked for it
     * @param objectTypes the types it is for
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

    /** What could be shared, by the types it is for. */
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

    /** Fragments of interfaces that declare some of the selections; the one that saves most comes first, and each has to save enough. */
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

    /** Interfaces of the subgraph that have all these types. */
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

    /** Whether objects here that are of this interface are of these types. */
    private boolean hasOnly(String candidate, Set<String> objectTypes) {
        return graph.possibleTypes(subgraph, candidate).stream()
                .filter(possible::contains)
                .allMatch(objectTypes::contains);
    }
}
