package ft.transcendence.composition.selection;

import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.math.BigInteger;
import java.util.Optional;

/** Whether the value of an argument fits its type. Variables fit: there are none, which {@link SelectionValidity} says. */
final class ArgumentValues {
    private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger MIN_INT = BigInteger.valueOf(Integer.MIN_VALUE);

    private ArgumentValues() {}

    /** What is wrong with the value, as the end of a sentence. */
    static Optional<String> problem(Schema schema, TypeRef type, Value<?> value) {
        if (value instanceof VariableReference) {
            return Optional.empty();
        }
        return switch (type) {
            case TypeRef.NonNull nonNull ->
                value instanceof NullValue
                        ? Optional.of("null, but its type is \"" + type + "\"")
                        : problem(schema, nonNull.type(), value);
            case TypeRef.ListOf list -> list(schema, list, value);
            case TypeRef.Named named -> value instanceof NullValue ? Optional.empty() : named(schema, named, value);
        };
    }

    private static Optional<String> list(Schema schema, TypeRef.ListOf type, Value<?> value) {
        if (value instanceof NullValue) {
            return Optional.empty();
        }
        if (!(value instanceof ArrayValue array)) {
            return problem(schema, type.item(), value);
        }
        return array.getValues().stream()
                .flatMap(item -> problem(schema, type.item(), item).stream())
                .findFirst();
    }

    private static Optional<String> named(Schema schema, TypeRef.Named type, Value<?> value) {
        boolean fits =
                switch (type.name()) {
                    case "Int" -> value instanceof IntValue number && isInt(number.getValue());
                    case "Float" -> value instanceof IntValue || value instanceof FloatValue;
                    case "Boolean" -> value instanceof BooleanValue;
                    case "String" -> value instanceof StringValue;
                    case "ID" -> value instanceof StringValue || value instanceof IntValue;
                    default -> true;
                };
        if (!fits) {
            return Optional.of(noValue(type, value));
        }
        return schema.type(type.name()).flatMap(named -> switch (named.kind()) {
            case ENUM -> isValueOf(named, value) ? Optional.empty() : Optional.of(noValue(type, value));
            case INPUT_OBJECT -> inputObject(schema, named, value);
            case SCALAR, OBJECT, INTERFACE, UNION -> Optional.empty();
        });
    }

    private static boolean isInt(BigInteger number) {
        return number.compareTo(MIN_INT) >= 0 && number.compareTo(MAX_INT) <= 0;
    }

    private static boolean isValueOf(NamedType type, Value<?> value) {
        return switch (value) {
            case EnumValue symbol -> type.values().containsKey(symbol.getName());
            case StringValue text -> type.values().containsKey(text.getValue());
            default -> false;
        };
    }

    private static Optional<String> inputObject(Schema schema, NamedType type, Value<?> value) {
        if (!(value instanceof ObjectValue object)) {
            return Optional.of(noValue(new TypeRef.Named(type.name()), value));
        }
        for (ObjectField field : object.getObjectFields()) {
            InputValue definition = type.inputFields().get(field.getName());
            if (definition == null) {
                return Optional.of("an object with a field \"" + field.getName() + "\", which \"" + type.name()
                        + "\" does not have");
            }
            Optional<String> problem = problem(schema, definition.type(), field.getValue());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static String noValue(TypeRef type, Value<?> value) {
        return AstPrinter.printAst(value) + ", which is no value of the type \"" + type + "\"";
    }
}
