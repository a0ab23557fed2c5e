package ft.transcendence.federation.plan;

import java.util.List;

/** Nodes that run one after the other. */
public record SequenceNode(List<PlanNode> nodes) implements PlanNode {
    public SequenceNode {
        nodes = List.copyOf(nodes);
    }
}
