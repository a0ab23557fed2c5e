package ft.transcendence.federation.planner.tree;

import ft.transcendence.federation.planner.graph.FieldResolution;
import ft.transcendence.federation.planner.graph.KeyEdge;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Describes how entities of a type can leave a query tree node: the keys by which each subgraph can be entered, and where the fields of
 * these keys can be resolved. Fields that need an entity move are grouped by this profile, because object types that leave in different ways
 * must not wait for each other.
 */
final class EntityProfile {
    private EntityProfile() {}

    /** Equal for object types that can leave the node in the same ways. */
    static List<Object> of(QueryGraph graph, QueryTreeNode node, String objectType) {
        List<Object> profile = new ArrayList<>();
        Set<String> keyFields = new LinkedHashSet<>();
        for (PathCandidate candidate : node.candidates()) {
            if (candidate instanceof EntityMove move
                    && move.graphNode(objectType).isPresent()) {
                List<FieldSet> keys = graph.keyEdges(move.subgraph(), objectType).stream()
                        .map(KeyEdge::key)
                        .toList();
                profile.add(keys);
                keys.forEach(key -> addFields(key, keyFields));
            }
        }
        for (PathCandidate direct : node.directMoves()) {
            for (String field : keyFields) {
                profile.add(direct.graphNode(objectType)
                        .map(graphNode -> graph.resolve(graphNode, objectType, field))
                        .orElse(FieldResolution.UNAVAILABLE));
            }
        }
        return profile;
    }

    private static void addFields(FieldSet key, Set<String> fields) {
        for (FieldSet.Part part : key.parts()) {
            if (part instanceof FieldSet.Field field) {
                fields.add(field.name());
            }
        }
    }
}
