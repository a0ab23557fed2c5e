package ft.transcendence.composition.reader;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.syntax.SdlDocument.DirectiveDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.InputDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.TypeDeclaration;
import ft.transcendence.composition.syntax.SdlDocument.ValueDeclaration;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes elements of a schema out of the declarations of a specification, which have other names there. */
public final class Elements {
    private Elements() {}

    /** A type of a specification under the name that a schema gives it. */
    public static NamedType type(TypeDeclaration declaration, String name, UnaryOperator<String> typeNames) {
        NamedType type = new NamedType(name, declaration.kind());
        for (ValueDeclaration value : declaration.values()) {
            EnumValue added = new EnumValue(value.name(), name + "." + value.name(), List.of());
            added.describe(value.description());
            type.values().put(value.name(), added);
        }
        for (InputDeclaration field : declaration.inputFields()) {
            String coordinate = name + "." + field.name();
            type.inputFields().put(field.name(), inputValue(field, coordinate, typeNames, List.of()));
        }
        return type;
    }

    /**
     * A directive under the name that a schema gives it.
     *
     * @param places empty for a definition that no schema has written
     */
    public static DirectiveDefinition directive(
            DirectiveDeclaration declaration, String name, UnaryOperator<String> typeNames, List<Place> places) {
        Map<String, InputValue> arguments = new LinkedHashMap<>();
        for (InputDeclaration argument : declaration.arguments()) {
            String coordinate = "@" + name + "(" + argument.name() + ":)";
            arguments.put(
                    argument.name(),
                    inputValue(argument, coordinate, typeNames, places.isEmpty() ? places : List.of(argument.place())));
        }
        return new DirectiveDefinition(
                name,
                declaration.description(),
                arguments,
                declaration.isRepeatable(),
                new LinkedHashSet<>(declaration.locations()),
                places);
    }

    static InputValue inputValue(
            InputDeclaration declaration, String coordinate, UnaryOperator<String> typeNames, List<Place> places) {
        InputValue value = new InputValue(
                declaration.name(),
                coordinate,
                renamed(declaration.type(), typeNames),
                declaration.defaultValue(),
                places);
        value.describe(declaration.description());
        return value;
    }

    static TypeRef renamed(TypeRef type, UnaryOperator<String> names) {
        return switch (type) {
            case TypeRef.NonNull nonNull -> new TypeRef.NonNull(renamed(nonNull.type(), names));
            case TypeRef.ListOf list -> new TypeRef.ListOf(renamed(list.item(), names));
            case TypeRef.Named named -> new TypeRef.Named(names.apply(named.name()));
        };
    }
}
