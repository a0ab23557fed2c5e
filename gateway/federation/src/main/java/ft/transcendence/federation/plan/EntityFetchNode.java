package ft.transcendence.federation.plan;

import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;

/**
 * Completes entities that other fetches brought: one query, with one {@code _entities} field for each group. The
 * operation is always a query. A group without any representation to send is left out of the request or sent empty; when no
 * group has one, nothing is sent.
 *
 * @param id unique within the plan
 * @param subgraph the subgraph's name in the supergraph ({@code join__graph(name:)})
 * @param variables the client's variables that the selections of all groups read
 * @param directives of the operation
 */
public record EntityFetchNode(
        int id, String subgraph, List<EntityGroup> groups, List<VariableUse> variables, List<Directive> directives)
        implements PlanNode {
    public EntityFetchNode {
        groups = List.copyOf(groups);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("entity fetch " + id + " of " + subgraph + " has no group");
        }
    }
}
