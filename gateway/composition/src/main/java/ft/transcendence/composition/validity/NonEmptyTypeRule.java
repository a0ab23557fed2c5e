package ft.transcendence.composition.validity;

import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.federation.OperationKind;

/**
 * Every type has at least one field, member or value. The root type for queries may write none: a subgraph always has the fields by which the
 * gateway reads its schema and entities.
 */
final class NonEmptyTypeRule implements ValidityRule {
    @Override
    public void check(CheckedSchema checked) {
        for (NamedType type : checked.schema().types().values()) {
            String missing =
                    switch (type.kind()) {
                        case OBJECT, INTERFACE -> type.fields().isEmpty() ? "fields" : "";
                        case INPUT_OBJECT -> type.inputFields().isEmpty() ? "fields" : "";
                        case UNION -> type.members().isEmpty() ? "members" : "";
                        case ENUM -> type.values().isEmpty() ? "values" : "";
                        case SCALAR -> "";
                    };
            boolean isQuery = type.name().equals(checked.schema().roots().get(OperationKind.QUERY));
            if (!missing.isEmpty() && !isQuery) {
                checked.error("the type " + type.name() + " has no " + missing, type);
            }
        }
    }
}
