package ft.transcendence.schemacheck.sdl;

import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.TypeDefinition;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The coordinates of a schema's elements: {@code Type}, {@code Type.member} and {@code Type.field.argument}. */
public final class Coordinates {
    private static final String SEPARATOR = ".";

    private Coordinates() {}

    /** Visits a type, its fields with their arguments, its input fields or its enum values. Scalars and unions have no members of their own. */
    public static void forEach(TypeDefinition<?> type, BiConsumer<String, DirectivesContainer<?>> visitor) {
        String name = type.getName();
        visitor.accept(name, type);
        switch (type) {
            case ImplementingTypeDefinition<?> fields ->
                fields.getFieldDefinitions().forEach(field -> field(name, field, visitor));
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions()
                        .forEach(field -> visitor.accept(name + SEPARATOR + field.getName(), field));
            case EnumTypeDefinition values ->
                values.getEnumValueDefinitions()
                        .forEach(value -> visitor.accept(name + SEPARATOR + value.getName(), value));
            default -> {}
        }
    }

    private static void field(String type, FieldDefinition field, BiConsumer<String, DirectivesContainer<?>> visitor) {
        String coordinate = type + SEPARATOR + field.getName();
        visitor.accept(coordinate, field);
        field.getInputValueDefinitions()
                .forEach(argument -> visitor.accept(coordinate + SEPARATOR + argument.getName(), argument));
    }

    /** The coordinate if it is known, or else its nearest known parent; the type if none is known. */
    public static String nearest(String coordinate, Predicate<String> isKnown) {
        String nearest = coordinate;
        while (!isKnown.test(nearest) && nearest.contains(SEPARATOR)) {
            nearest = nearest.substring(0, nearest.lastIndexOf(SEPARATOR));
        }
        return nearest;
    }
}
