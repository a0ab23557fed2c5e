package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.planner.path.ChosenWays;
import ft.transcendence.federation.planner.path.Place;
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

    /** Where hops can become one: in one subgraph at one place, with representations of one kind. */
    private record Meeting(String subgraph, Place place, boolean byInterface) {
        static Meeting of(Source.Hop hop) {
            return new Meeting(hop.subgraph(), hop.place(), hop.byInterface());
        }
    }

    @Override
    public void apply(FetchGraph graph) {
        Map<Meeting, List<FetchStep>> meetings = new LinkedHashMap<>();
        for (FetchStep step : graph.steps()) {
            if (step.isEntityStep() && hop(step).contexts().isEmpty()) {
                meetings.computeIfAbsent(Meeting.of(hop(step)), ignored -> new ArrayList<>())
                        .add(step);
            }
        }
        for (FetchStep step : List.copyOf(graph.steps())) {
            List<FetchStep> left = step.isEntityStep() ? meetings.get(Meeting.of(hop(step))) : null;
            if (left != null && left.remove(step)) {
                merge(graph, step, left);
            }
        }
    }

    private static Source.Hop hop(FetchStep step) {
        return step.groups().getFirst().first();
    }

    /** Merges as many of the other steps as can be into this one. What cannot be merged stays so whatever else is. */
    private static void merge(FetchGraph graph, FetchStep step, List<FetchStep> others) {
        int types = hop(step).place().objectTypes().size();
        for (FetchStep other : List.copyOf(others)) {
            graph.budget().spend(step.groups().getFirst().hops().size() * types);
            if (graph.areIndependent(step, other)
                    && haveSameInputs(step, other)
                    && requireAlike(graph.ways(), step, other)) {
                step.mergeGroupOf(other);
                graph.replace(other, step);
                others.remove(other);
            }
        }
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
                    if (!RequirementArguments.agree(hop.requirements(objectType), otherHop.requirements(objectType))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
