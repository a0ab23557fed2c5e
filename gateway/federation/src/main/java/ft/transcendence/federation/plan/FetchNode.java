package ft.transcendence.federation.plan;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;

/**
 * Fetches root fields of a subgraph into the root of the merged tree.
 *
 * @param id unique within the plan
 * @param subgraph the subgraph's name in the supergraph ({@code join__graph(name:)})
 * @param variables the client's variables that the selections use
 * @param directives the operation's directives
 */
public record FetchNode(
        int id,
        String subgraph,
        OperationKind operationKind,
        List<Selection> selections,
        List<VariableUse> variables,
        List<Directive> directives)
        implements PlanNode {
    public FetchNode {
        selections = List.copyOf(selections);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        if (selections.isEmpty()) {
            throw new IllegalArgumentException("Fetch " + id + " from " + subgraph + " selects nothing");
        }
    }
}
