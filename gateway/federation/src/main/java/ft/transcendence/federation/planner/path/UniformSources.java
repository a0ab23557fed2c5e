package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.graph.Reach;
import ft.transcendence.federation.planner.graph.Resolution;
import ft.transcendence.federation.planner.graph.Resolution.FieldMove;
import ft.transcendence.federation.planner.graph.Standpoint;
import java.util.List;

/**
 * A field asked of an interface has to be had for all its object types along one way. Where several ways lead to the
 * objects, those along which some object type could not give the field are no ways for it, although another way might give
 * it for that type: which object it is becomes known only after one way is taken.
 */
final class UniformSources {
    private UniformSources() {}

    static void require(Reach reach, QueryGraph graph, Place place, List<PlaceField> groups, NormalizedField field) {
        List<Source> bases = place.bases();
        if (groups.size() < 2 || bases.size() < 2) {
            return;
        }
        boolean anyWhole = false;
        for (Source base : bases) {
            boolean whole = field.objectTypes().stream()
                    .allMatch(objectType -> gives(reach, graph, place, base, objectType, field.name()));
            anyWhole |= whole;
            if (!whole) {
                groups.forEach(group -> group.forget(base));
            }
        }
        if (!anyWhole) {
            groups.forEach(group -> place.sources().forEach(group::forget));
        }
    }

    private static boolean gives(
            Reach reach, QueryGraph graph, Place place, Source base, String objectType, String field) {
        Standpoint standpoint = base.standpoint(objectType).orElseThrow();
        if (graph.resolve(standpoint, objectType, field) instanceof Resolution.Impossible) {
            return true;
        }
        return reach.follow(List.of(standpoint), objectType, !place.hasManyTypes()).all().stream()
                .anyMatch(reached -> graph.resolve(reached, objectType, field) instanceof FieldMove);
    }
}
