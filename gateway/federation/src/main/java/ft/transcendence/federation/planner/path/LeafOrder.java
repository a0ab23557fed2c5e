package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order in which leaves are searched: one part of the response after the other, and in each part from the root down, and at equal depth those with the fewest subgraphs to choose from first. */
final class LeafOrder {
    private LeafOrder() {}

    static List<QueryTreeField> of(List<QueryTreeField> leaves, Deferral deferral) {
        List<Integer> later = deferral.inOrder();
        return leaves.stream()
                .sorted(Comparator.comparingInt((QueryTreeField leaf) -> later.indexOf(leaf.part()))
                        .thenComparingInt(leaf -> leaf.node().depth())
                        .thenComparingInt(LeafOrder::freedom))
                .toList();
    }

    private static int freedom(QueryTreeField leaf) {
        Set<String> subgraphs = new HashSet<>();
        leaf.candidates().keySet().forEach(candidate -> subgraphs.add(candidate.subgraph()));
        leaf.vacuousIn().forEach(candidate -> subgraphs.add(candidate.subgraph()));
        return subgraphs.size();
    }
}
