package ft.transcendence.federation.plan;

import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;

/**
 * Completes entities that earlier fetches returned: one query with an {@code _entities} field for each group. A group without
 * representations is left out of the request or sent empty. If no group has any, nothing is sent.
 *
 * @param id unique within the plan
 * @param subgraph the subgraph's name in the supergraph ({@code join__graph(name:)})
 * @param variables the client's variables that the selections of all groups use
 * @param directives the operation's directives
 */
public record EntityFetchNode(
        int id, String subgraph, List<EntityGroup> groups, List<VariableUse> variables, List<Directive> directives)
        implements PlanNode {
    public EntityFetchNode {
        groups = List.copyOf(groups);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("Entity fetch " + id + " from " + subgraph + " has no group");
        }
    }
}
