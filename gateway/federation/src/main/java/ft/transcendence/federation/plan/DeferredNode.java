package ft.transcendence.federation.plan;

import java.util.List;

/**
 * What is fetched for one deferred part of the response.
 *
 * @param part the number of the part
 * @param after the numbers of the parts that have to be fetched before; 0 is the primary part
 * @param fragments the deferred fragments that the part belongs to: their labels, or their numbers after a {@code #}
 */
public record DeferredNode(int part, List<Integer> after, List<String> fragments, PlanNode node) {

    public DeferredNode {
        after = List.copyOf(after);
        fragments = List.copyOf(fragments);
    }
}
