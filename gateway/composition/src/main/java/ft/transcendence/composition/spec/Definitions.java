package ft.transcendence.composition.spec;

import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds the definitions of one specification to a schema, under the names that the schema uses for them. */
final class Definitions {
    private final Schema schema;
    private final UnaryOperator<String> directiveName;
    private final UnaryOperator<String> typeName;

    Definitions(Schema schema, UnaryOperator<String> directiveName, UnaryOperator<String> typeName) {
        this.schema = schema;
        this.directiveName = directiveName;
        this.typeName = typeName;
    }

    /** Types of arguments are written as in SDL; those of the specification itself begin with {@code *}. */
    record Argument(String name, String type, @Nullable Literal defaultValue) {
        Argument(String name, String type) {
            this(name, type, null);
        }
    }

    Definitions directive(String name, List<Argument> arguments, String... locations) {
        return add(name, arguments, false, locations);
    }

    Definitions repeatable(String name, List<Argument> arguments, String... locations) {
        return add(name, arguments, true, locations);
    }

    private Definitions add(String name, List<Argument> arguments, boolean repeatable, String... locations) {
        String here = directiveName.apply(name);
        Map<String, InputValue> values = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            values.put(argument.name(), inputValue(argument, "@" + here + "(" + argument.name() + ":)"));
        }
        Set<String> places = new LinkedHashSet<>(List.of(locations));
        schema.directiveDefinitions()
                .put(here, new DirectiveDefinition(here, null, values, repeatable, places, List.of()));
        return this;
    }

    private InputValue inputValue(Argument argument, String coordinate) {
        return new InputValue(argument.name(), coordinate, type(argument.type()), argument.defaultValue(), List.of());
    }

    private TypeRef type(String written) {
        if (written.endsWith("!")) {
            return new TypeRef.NonNull(type(written.substring(0, written.length() - 1)));
        }
        if (written.startsWith("[")) {
            return new TypeRef.ListOf(type(written.substring(1, written.length() - 1)));
        }
        return new TypeRef.Named(written.startsWith("*") ? typeName.apply(written.substring(1)) : written);
    }

    Definitions scalar(String name) {
        type(name, TypeKind.SCALAR);
        return this;
    }

    Definitions input(String name, List<Argument> fields) {
        NamedType type = type(name, TypeKind.INPUT_OBJECT);
        for (Argument field : fields) {
            type.inputFields().put(field.name(), inputValue(field, type.name() + "." + field.name()));
        }
        return this;
    }

    /** @param values descriptions by value */
    Definitions enumeration(String name, Map<String, String> values) {
        NamedType type = type(name, TypeKind.ENUM);
        values.forEach((value, description) -> {
            EnumValue added = new EnumValue(value, type.name() + "." + value, List.of());
            added.describe(description.isEmpty() ? null : description);
            type.values().put(value, added);
        });
        return this;
    }

    private NamedType type(String name, TypeKind kind) {
        NamedType type = new NamedType(typeName.apply(name), kind);
        schema.types().put(type.name(), type);
        return type;
    }
}
