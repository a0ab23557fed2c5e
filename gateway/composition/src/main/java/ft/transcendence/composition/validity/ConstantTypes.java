package ft.transcendence.composition.validity;

import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a constant is a value of a type, as generously as the reference composer: it takes the name of an enum value for a text and a
 * text for the name, {@code 1.0} for an integer, and does not ask for the required fields of an input object.
 */
final class ConstantTypes {
    /** From here on JavaScript prints numbers with an exponent, which is how the reference composer tells integers. */
    private static final double LARGEST_INTEGER = 1e21;

    private final Schema schema;
    /** The built-in scalars that the schema defines itself: they lose their meaning, and as scalars have texts alone. */
    private final Set<String> redefined;

    private ConstantTypes(Schema schema, Set<String> redefined) {
        this.schema = schema;
        this.redefined = redefined;
    }

    /** The types as the schema itself refers to them. */
    static ConstantTypes ofSchema(Schema schema) {
        return new ConstantTypes(
                schema,
                schema.types().keySet().stream().filter(BuiltIns::isScalar).collect(Collectors.toSet()));
    }

    /** The types as specifications refer to them, to which built-in scalars are always those of GraphQL. */
    static ConstantTypes ofSpecifications(Schema schema) {
        return new ConstantTypes(schema, Set.of());
    }

    boolean isOfType(Literal constant, TypeRef type) {
        if (type instanceof TypeRef.NonNull nonNull) {
            return !constant.equals(Literal.NULL) && isOfType(constant, nonNull.type());
        }
        if (constant.equals(Literal.NULL)) {
            return true;
        }
        if (type instanceof TypeRef.ListOf list) {
            return constant instanceof Literal.ListOf items
                    ? items.items().stream().allMatch(item -> isOfType(item, list.item()))
                    : isOfType(constant, list.item());
        }
        return isOfNamedType(constant, type.namedType());
    }

    private boolean isOfNamedType(Literal constant, String name) {
        if (BuiltIns.isScalar(name) && !redefined.contains(name)) {
            return isScalar(constant, name);
        }
        Optional<TypeKind> kind = schema.kind(name);
        if (kind.isEmpty()) {
            return false;
        }
        return switch (kind.get()) {
            case INPUT_OBJECT -> isObject(constant, schema.type(name).orElseThrow());
            case ENUM ->
                isText(constant) && schema.type(name).orElseThrow().values().containsKey(text(constant));
            case SCALAR -> !redefined.contains(name) || isText(constant);
            case OBJECT, INTERFACE, UNION -> false;
        };
    }

    private boolean isObject(Literal constant, NamedType type) {
        if (!(constant instanceof Literal.ObjectOf object)) {
            return constant instanceof Literal.ListOf list && list.items().isEmpty();
        }
        return object.fields().entrySet().stream().allMatch(entry -> {
            InputValue field = type.inputFields().get(entry.getKey());
            return field != null && isOfType(entry.getValue(), field.type());
        });
    }

    private static boolean isScalar(Literal constant, String scalar) {
        return switch (scalar) {
            case "Boolean" -> constant instanceof Literal.Bool;
            case "Int" -> isInteger(constant);
            case "Float" -> isNumber(constant);
            case "String" -> isText(constant);
            default -> isText(constant) || isInteger(constant);
        };
    }

    private static boolean isText(Literal constant) {
        return constant instanceof Literal.Text || constant instanceof Literal.Symbol;
    }

    private static String text(Literal constant) {
        return constant instanceof Literal.Text text ? text.value() : constant.toString();
    }

    private static boolean isNumber(Literal constant) {
        return constant instanceof Literal.Int || constant instanceof Literal.Decimal;
    }

    private static boolean isInteger(Literal constant) {
        if (!isNumber(constant)) {
            return false;
        }
        double number = Double.parseDouble(constant.toString());
        return number == Math.rint(number) && Math.abs(number) < LARGEST_INTEGER;
    }
}
