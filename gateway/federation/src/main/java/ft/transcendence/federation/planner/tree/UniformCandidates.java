package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.operation.ObjectTypes;
import java.util.List;

/**
 * A field asked of an interface has to be had for all its object types along one way. Where several ways lead to the
 * objects, those along which some object type could not give the field are no ways for it, although another way might give
 * it for that type: which object it is becomes known only after one way is taken.
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
