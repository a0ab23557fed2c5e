package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.operation.ObjectTypes;
import java.util.List;

/**
 * Keeps only candidates that resolve an interface field for all its object types. If several direct moves lead to the objects, one along which
 * some object type could not resolve the field is no candidate, even if another move could resolve it for that type: which type an object has
 * is known only after one of the moves has been taken.
 */
final class UniformCandidates {
    private UniformCandidates() {}

    static void require(
            FieldGroups groups, QueryTreeNode node, List<QueryTreeField> fields, String name, ObjectTypes objectTypes) {
        List<PathCandidate> directMoves = node.directMoves();
        if (fields.size() < 2 || directMoves.size() < 2) {
            return;
        }
        List<Boolean> whole = groups.givenByDirectMoves(node, name, objectTypes);
        for (int i = 0; i < directMoves.size(); i++) {
            if (!whole.get(i)) {
                PathCandidate direct = directMoves.get(i);
                fields.forEach(field -> field.forget(direct));
            }
        }
        if (!whole.contains(true)) {
            fields.forEach(field -> node.candidates().forEach(field::forget));
        }
    }
}
