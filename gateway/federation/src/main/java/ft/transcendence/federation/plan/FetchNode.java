package ft.transcendence.federation.plan;

import java.util.List;

/**
 * Asks root fields of a subgraph.
 *
 * @param id unique within the plan
 * @param subgraph the subgraph's name in the supergraph ({@code join__graph(name:)})
 * @param path where the objects lie that the answer is merged into: the root, or objects of the root type further down, all of which get
 *     the same. When there is none, nothing is sent
 * @param variables the client's variables that the selections read
 * @param directives of the operation
 */
public record FetchNode(
        int id,
        String subgraph,
        OperationKind operationKind,
        MergePath path,
        List<Selection> selections,
        List<VariableUse> variables,
        List<Directive> directives)
        implements PlanNode {
    public FetchNode {
        selections = List.copyOf(selections);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        if (selections.isEmpty()) {
            throw new IllegalArgumentException("fetch " + id + " of " + subgraph + " selects nothing");
        }
    }
}
