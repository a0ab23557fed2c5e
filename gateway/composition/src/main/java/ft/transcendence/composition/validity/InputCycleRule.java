package ft.transcendence.composition.validity;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** No input object needs a value of its own type inside: such a value would have no end. */
final class InputCycleRule implements ValidityRule {
    @Override
    public void check(CheckedSchema checked) {
        Set<NamedType> visited = new HashSet<>();
        for (NamedType type : checked.schema().types().values()) {
            if (type.kind() == TypeKind.INPUT_OBJECT) {
                visit(checked, type, visited, new ArrayList<>(), new ArrayList<>());
            }
        }
    }

    /** @param path the types on the way, each with the field that leads on from it */
    private static void visit(
            CheckedSchema checked,
            NamedType type,
            Set<NamedType> visited,
            List<NamedType> path,
            List<InputValue> fields) {
        if (!visited.add(type)) {
            return;
        }
        path.add(type);
        for (InputValue field : type.inputFields().values()) {
            NamedType next = needed(checked.schema(), field);
            if (next == null) {
                continue;
            }
            fields.add(field);
            int start = path.indexOf(next);
            if (start >= 0) {
                cycle(checked, next, fields.subList(start, fields.size()));
            } else {
                visit(checked, next, visited, path, fields);
            }
            fields.removeLast();
        }
        path.removeLast();
    }

    private static @Nullable NamedType needed(Schema schema, InputValue field) {
        return field.type() instanceof TypeRef.NonNull nonNull && nonNull.type() instanceof TypeRef.Named named
                ? schema.type(named.name())
                        .filter(type -> type.kind() == TypeKind.INPUT_OBJECT)
                        .orElse(null)
                : null;
    }

    private static void cycle(CheckedSchema checked, NamedType type, List<InputValue> fields) {
        List<Place> places =
                fields.stream().flatMap(field -> field.places().stream()).toList();
        String path =
                String.join(" → ", fields.stream().map(InputValue::coordinate).toList());
        checked.error("the input type " + type.name() + " needs a value of itself: " + path, places);
    }
}
