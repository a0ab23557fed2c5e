package ft.transcendence.federation.plan;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.input.MergePath;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;

/**
 * Fetches root fields of a subgraph into objects of a root type below the root, at one or more positions. All objects at a position get the same
 * values. If no position has any object, nothing is sent.
 *
 * @param id unique within the plan
 * @param subgraph the subgraph's name in the supergraph ({@code join__graph(name:)})
 * @param variables the client's variables that the selections of all groups use
 * @param directives the operation's directives
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
     * The selections for one position. Groups that select the same field share it; otherwise their response keys differ.
     *
     * @param path where the objects are
     */
    public record Group(MergePath path, List<Selection> selections) {
        public Group {
            selections = List.copyOf(selections);
            if (selections.isEmpty()) {
                throw new IllegalArgumentException("A nested root fetch at '" + path + "' selects nothing");
            }
        }
    }

    public NestedRootFetchNode {
        groups = List.copyOf(groups);
        variables = List.copyOf(variables);
        directives = List.copyOf(directives);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("Nested root fetch " + id + " from " + subgraph + " has no group");
        }
    }

    /** The selections of all groups together. */
    public List<Selection> selections() {
        return groups.stream()
                .flatMap(group -> group.selections().stream())
                .distinct()
                .toList();
    }
}
