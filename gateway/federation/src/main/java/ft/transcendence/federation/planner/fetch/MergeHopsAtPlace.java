package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.planner.path.ChosenWays;
import ft.transcendence.federation.planner.path.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one hop of several to the same subgraph at the same place: fields with requirements begin as hops of their own. Not
 * when one hop's inputs come out of the other, and not when both would send the same field with different values. A hop that takes
 * something from enclosing objects stays by itself: entities with other values are asked for separately.
 */
final class MergeHopsAtPlace implements FetchPass {

    @Override
    public void apply(FetchGraph graph) {
        boolean merged = true;
        while (merged) {
            merged = mergeOne(graph);
        }
    }

    private static boolean mergeOne(FetchGraph graph) {
        List<FetchStep> steps = List.copyOf(graph.steps());
        for (int i = 0; i < steps.size(); i++) {
            for (int j = i + 1; j < steps.size(); j++) {
                FetchStep one = steps.get(i);
                FetchStep other = steps.get(j);
                if (canMerge(graph, one, other)) {
                    one.mergeGroupOf(other);
                    graph.replace(other, one);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean canMerge(FetchGraph graph, FetchStep one, FetchStep other) {
        if (!one.isEntityStep() || !other.isEntityStep() || !one.subgraph().equals(other.subgraph())) {
            return false;
        }
        Source.Hop first = one.groups().getFirst().first();
        Source.Hop second = other.groups().getFirst().first();
        return first.contexts().isEmpty()
                && second.contexts().isEmpty()
                && first.place() == second.place()
                && first.byInterface() == second.byInterface()
                && graph.areIndependent(one, other)
                && haveSameInputs(one, other)
                && requireAlike(graph.ways(), one, other);
    }

    /**
     * Whether no field with a requirement comes to types it was not asked for: an interface object's subgraph does not tell types
     * apart, so what is asked of one is asked of all that are sent.
     */
    private static boolean requireAlike(ChosenWays ways, FetchStep one, FetchStep other) {
        List<Source.Hop> hops = new ArrayList<>(one.groups().getFirst().hops());
        hops.addAll(other.groups().getFirst().hops());
        Map<String, Set<String>> sentAs = new LinkedHashMap<>();
        for (Source.Hop hop : hops) {
            for (String objectType : ways.inputs(hop).keySet()) {
                String localType = hop.standpoint(objectType).orElseThrow().localType();
                sentAs.computeIfAbsent(localType, ignored -> new LinkedHashSet<>())
                        .add(objectType);
            }
        }
        return hops.stream().allMatch(hop -> sentAs.values().stream()
                .allMatch(types -> types.stream()
                                .map(type -> hop.requirements(type).isEmpty())
                                .distinct()
                                .count()
                        == 1));
    }

    /** Whether every field both send lies under the same merged key. */
    private static boolean haveSameInputs(FetchStep one, FetchStep other) {
        for (Source.Hop hop : one.groups().getFirst().hops()) {
            for (Source.Hop otherHop : other.groups().getFirst().hops()) {
                for (String objectType : hop.place().objectTypes()) {
                    if (!agree(
                            RequirementArguments.of(hop.requirements(objectType)),
                            RequirementArguments.of(otherHop.requirements(objectType)))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean agree(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(other.getOrDefault(entry.getKey(), entry.getValue())));
    }
}
