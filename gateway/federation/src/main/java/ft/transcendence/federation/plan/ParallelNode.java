package ft.transcendence.federation.plan;

import java.util.List;

/** Nodes that run at the same time. */
public record ParallelNode(List<PlanNode> nodes) implements PlanNode {
    public ParallelNode {
        nodes = List.copyOf(nodes);
    }
}
