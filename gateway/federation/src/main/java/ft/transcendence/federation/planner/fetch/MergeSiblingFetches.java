package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.QueryTreeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges entity fetches that go to the same subgraph from the same node of the query tree. Fields with requirements start out with a fetch of
 * their own. Siblings stay separate if one depends on the other, or if they would send the same field with different values. A fetch with
 * context arguments is never merged, because it fetches entities with different values separately.
 */
final class MergeSiblingFetches implements FetchPass {

    /** What siblings have in common: subgraph, part of the response, node, and the kind of their representations. */
    private record Siblings(String subgraph, int part, QueryTreeNode node, boolean byInterface) {
        static Siblings of(EntityMove move) {
            return new Siblings(move.subgraph(), move.part(), move.node(), move.byInterface());
        }
    }

    @Override
    public void apply(FetchGraph graph) {
        Map<Siblings, List<FetchStep>> siblings = new LinkedHashMap<>();
        for (FetchStep step : graph.steps()) {
            if (step.isEntityStep() && move(step).contexts().isEmpty()) {
                siblings.computeIfAbsent(Siblings.of(move(step)), ignored -> new ArrayList<>())
                        .add(step);
            }
        }
        for (FetchStep step : List.copyOf(graph.steps())) {
            List<FetchStep> left = step.isEntityStep() ? siblings.get(Siblings.of(move(step))) : null;
            if (left != null && left.remove(step)) {
                merge(graph, step, left);
            }
        }
    }

    private static EntityMove move(FetchStep step) {
        return step.groups().getFirst().first();
    }

    /** Merges as many of the other steps as possible into this one. A step that cannot be merged now never can be later. */
    private static void merge(FetchGraph graph, FetchStep step, List<FetchStep> others) {
        int types = move(step).node().objectTypes().size();
        for (FetchStep other : List.copyOf(others)) {
            graph.budget().spend(step.groups().getFirst().moves().size() * types);
            if (graph.areIndependent(step, other)
                    && haveSameInputs(step, other)
                    && requireAlike(graph.paths(), step, other)) {
                step.mergeGroupOf(other);
                graph.replace(other, step);
                others.remove(other);
            }
        }
    }

    /**
     * Whether no field with requirements would be selected for types that it is not wanted for. The subgraph of an interface object does not tell
     * types apart, so what is selected for one type is selected for all types that are sent.
     */
    private static boolean requireAlike(PathSelection paths, FetchStep one, FetchStep other) {
        List<EntityMove> moves = new ArrayList<>(one.groups().getFirst().moves());
        moves.addAll(other.groups().getFirst().moves());
        Map<String, Set<String>> sentAs = new LinkedHashMap<>();
        for (EntityMove move : moves) {
            for (String objectType : paths.inputs(move).keySet()) {
                String localType = move.graphNode(objectType).orElseThrow().localType();
                sentAs.computeIfAbsent(localType, ignored -> new LinkedHashSet<>())
                        .add(objectType);
            }
        }
        return moves.stream().allMatch(move -> sentAs.values().stream()
                .allMatch(types -> types.stream()
                                .map(type -> move.requirements(type).isEmpty())
                                .distinct()
                                .count()
                        == 1));
    }

    /** Whether every field that both send is the same field. */
    private static boolean haveSameInputs(FetchStep one, FetchStep other) {
        for (EntityMove move : one.groups().getFirst().moves()) {
            for (EntityMove otherMove : other.groups().getFirst().moves()) {
                for (String objectType : move.node().objectTypes()) {
                    if (!RequirementArguments.agree(
                            move.requirements(objectType), otherMove.requirements(objectType))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
