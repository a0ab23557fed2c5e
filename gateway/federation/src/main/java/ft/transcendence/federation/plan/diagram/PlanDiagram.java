package ft.transcendence.federation.plan.diagram;

import ft.transcendence.federation.plan.DeferredNode;
import ft.transcendence.federation.plan.EntityFetchNode;
import ft.transcendence.federation.plan.EntityGroup;
import ft.transcendence.federation.plan.FetchNode;
import ft.transcendence.federation.plan.NestedRootFetchNode;
import ft.transcendence.federation.plan.ParallelNode;
import ft.transcendence.federation.plan.PlanNode;
import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.plan.SequenceNode;
import ft.transcendence.federation.plan.SubscriptionNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A query plan as boxes and arrows. Equal plans give equal pictures. */
public final class PlanDiagram {
    private final List<Box> boxes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    /**
     * A fetch.
     *
     * @param layer how many fetches come before it, at most
     * @param title the subgraph
     * @param lines what is fetched
     */
    record Box(int layer, String title, List<String> lines) {}

    /** From a fetch to one that waits for it, as positions in the list of boxes. */
    record Arrow(int from, int to) {}

    private PlanDiagram() {}

    /** The picture of a plan. */
    public static PlanDiagram of(QueryPlan plan) {
        PlanDiagram diagram = new PlanDiagram();
        Map<Integer, Set<Integer>> lastOfPart = new HashMap<>();
        lastOfPart.put(0, plan.root().map(root -> diagram.add(root, Set.of())).orElse(Set.of()));
        for (DeferredNode deferred : plan.deferred()) {
            Set<Integer> before = new LinkedHashSet<>();
            deferred.after().forEach(part -> before.addAll(lastOfPart.getOrDefault(part, Set.of())));
            lastOfPart.put(deferred.part(), diagram.add(deferred.node(), before));
        }
        return diagram;
    }

    /** For Graphviz: {@code dot -Tpng}. */
    public String dot() {
        return DotWriter.write(boxes, arrows);
    }

    /** A standalone SVG document. */
    public String svg() {
        return SvgWriter.write(boxes, arrows);
    }

    /**
     * Adds a node.
     *
     * @param before the boxes that it waits for
     * @return the boxes that the next node waits for
     */
    private Set<Integer> add(PlanNode node, Set<Integer> before) {
        return switch (node) {
            case SequenceNode sequence -> {
                Set<Integer> last = before;
                for (PlanNode next : sequence.nodes()) {
                    last = add(next, last);
                }
                yield last;
            }
            case ParallelNode parallel -> {
                Set<Integer> last = new LinkedHashSet<>();
                parallel.nodes().forEach(branch -> last.addAll(add(branch, before)));
                yield last;
            }
            case SubscriptionNode subscription -> {
                Set<Integer> trigger = add(subscription.trigger(), before);
                Optional<PlanNode> rest = subscription.rest();
                yield rest.isPresent() ? add(rest.get(), trigger) : trigger;
            }
            case FetchNode fetch -> {
                List<String> lines =
                        new ArrayList<>(List.of(fetch.operationKind().keyword()));
                lines.addAll(SelectionLines.of(fetch.selections()));
                yield box(fetch.subgraph(), lines, before);
            }
            case NestedRootFetchNode nested -> {
                List<String> lines = new ArrayList<>();
                for (NestedRootFetchNode.Group group : nested.groups()) {
                    lines.add(nested.operationKind().keyword() + " at " + group.path());
                    lines.addAll(SelectionLines.of(group.selections()));
                }
                yield box(nested.subgraph(), lines, before);
            }
            case EntityFetchNode fetch -> {
                List<String> lines = new ArrayList<>();
                for (EntityGroup group : fetch.groups()) {
                    lines.add("entities at " + group.path());
                    lines.addAll(SelectionLines.of(group.selections()));
                }
                yield box(fetch.subgraph(), lines, before);
            }
        };
    }

    private Set<Integer> box(String subgraph, List<String> lines, Set<Integer> before) {
        int layer = before.stream()
                .mapToInt(box -> boxes.get(box).layer() + 1)
                .max()
                .orElse(0);
        int box = boxes.size();
        boxes.add(new Box(layer, subgraph, List.copyOf(lines)));
        before.forEach(earlier -> arrows.add(new Arrow(earlier, box)));
        return Set.of(box);
    }
}
