package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.planner.tree.InputUse;
import ft.transcendence.federation.planner.tree.PathCandidate;
import ft.transcendence.federation.planner.tree.PathCandidate.FieldMove;
import ft.transcendence.federation.planner.tree.QueryTree;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.List;
import java.util.Set;

/**
 * Selects, together with a field, what it requires if its subgraph provides that itself. No entity move has to bring it then, but some resolvers
 * see only what is selected.
 */
final class LocalRequirements {
    private final QueryTree tree;
    private final PathSelection paths;

    LocalRequirements(QueryTree tree, PathSelection paths) {
        this.tree = tree;
        this.paths = paths;
    }

    void select(PathCandidate candidate, QueryTreeField field) {
        FieldEdge edge = field.candidates().get(candidate);
        if (edge == null || edge.localRequires().isEmpty()) {
            return;
        }
        for (String objectType : field.objectTypes()) {
            select(candidate, field.objectTypes(), objectType, edge.localRequires());
        }
    }

    private void select(PathCandidate candidate, List<String> scope, String objectType, FieldSet fields) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field -> select(candidate, scope, objectType, field);
                case FieldSet.Fragment fragment -> {
                    Set<String> admitted = tree.graph().supergraph().objectTypes(fragment.typeCondition());
                    if (admitted.contains(objectType)) {
                        List<String> narrowed =
                                scope.stream().filter(admitted::contains).toList();
                        select(candidate, narrowed, objectType, fragment.selections());
                    }
                }
            }
        }
    }

    private void select(PathCandidate candidate, List<String> scope, String objectType, FieldSet.Field field) {
        QueryTreeField wanted =
                tree.internalField(candidate.node(), scope, objectType, field, new InputUse(candidate.part(), false));
        if (!wanted.candidates().containsKey(candidate)) {
            return;
        }
        if (wanted.child().isEmpty()) {
            paths.supply(wanted, candidate);
            return;
        }
        for (PathCandidate below : wanted.child().get().candidates()) {
            if (below instanceof FieldMove fieldMove && fieldMove.parent() == candidate) {
                paths.activate(fieldMove);
                for (String childType : fieldMove.node().objectTypes()) {
                    select(fieldMove, fieldMove.node().objectTypes(), childType, field.selections());
                }
            }
        }
    }
}
