package ft.transcendence.federation.planner.path;

import ft.transcendence.federation.operation.ObjectTypes;
import java.util.List;

/**
 * A field asked of an interface has to be had for all its object types along one way. Where several ways lead to the
 * objects, those along which some object type could not give the field are no ways for it, although another way might give
 * it for that type: which object it is becomes known only after one way is taken.
 */
final class UniformSources {
    private UniformSources() {}

    static void require(
            FieldGroups groups, Place place, List<PlaceField> fields, String name, ObjectTypes objectTypes) {
        List<Source> bases = place.bases();
        if (fields.size() < 2 || bases.size() < 2) {
            return;
        }
        List<Boolean> whole = groups.wholeBases(place, name, objectTypes);
        for (int i = 0; i < bases.size(); i++) {
            if (!whole.get(i)) {
                Source base = bases.get(i);
                fields.forEach(field -> field.forget(base));
            }
        }
        if (!whole.contains(true)) {
            fields.forEach(field -> place.sources().forEach(field::forget));
        }
    }
}
