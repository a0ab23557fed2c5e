package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes strings that stand where an enum is expected as values of the enum: schemas with such defaults are common, and parsers of SDL refuse them. */
final class EnumLiterals {
    private final Schema schema;

    EnumLiterals(Schema schema) {
        this.schema = schema;
    }

    Literal write(Literal literal, TypeRef type) {
        return switch (type) {
            case TypeRef.NonNull nonNull -> write(literal, nonNull.type());
            case TypeRef.ListOf list ->
                literal instanceof Literal.ListOf items
                        ? new Literal.ListOf(items.items().stream()
                                .map(item -> write(item, list.item()))
                                .toList())
                        : write(literal, list.item());
            case TypeRef.Named named -> write(literal, named.name());
        };
    }

    private Literal write(Literal literal, String type) {
        Optional<NamedType> found = schema.type(type);
        if (found.isEmpty()) {
            return literal;
        }
        if (found.get().kind() == TypeKind.ENUM && literal instanceof Literal.Text text) {
            return new Literal.Symbol(text.value());
        }
        if (found.get().kind() == TypeKind.INPUT_OBJECT && literal instanceof Literal.ObjectOf object) {
            Map<String, Literal> fields = new LinkedHashMap<>();
            object.fields().forEach((name, value) -> {
                InputValue field = found.get().inputFields().get(name);
                fields.put(name, field == null ? value : write(value, field.type()));
            });
            return new Literal.ObjectOf(fields);
        }
        return literal;
    }
}
