package ft.transcendence.federation.plan;

import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.OperationKind;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;

/**
 * Asks root fields of a subgraph for objects of a root type further down, in one or more places. All objects of a place get the same.
 * Nothing is sent when no place has any.
 *
 * @param id unique within the plan
 * @param subgraph the subgraph's name in the supergraph ({@code join__graph(name:)})
 * @param variables the client's variables that the selections of all groups read
 * @param directives of the operation
 */
public record NestedRootFetchNode(
        int id,
        String subgraph,
        OperationKind operationKind,
        List<Group> groups,
        List<VariableUse> variables,
        List<Directive> directives)
        implements PlanNode {

    /**
     * What is asked for one place. Groups may ask for the same field, which is asked once and answers them all; otherwise their response
     * keys differ.
     *
     * @param path where the objects lie
     */
    public record Group(MergePath path, List<Selection> selections) {
        public Group {
            selections = List.copyOf(selections);
            if (selections.isEmpty()) {
                throw new IllegalArgumentException("a root move at '" + path + "' selects nothing");
            }
        }
    }

    public NestedRootFetchNode {
        groups = List.copyOf(groups);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("root move " + id + " to " + subgraph + " has no group");
        }
    }

    /** What is asked for all places together. */
    public List<Selection> selections() {
        return groups.stream()
                .flatMap(group -> group.selections().stream())
                .distinct()
                .toList();
    }
}
