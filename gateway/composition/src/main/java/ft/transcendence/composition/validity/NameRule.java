package ft.transcendence.composition.validity;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.SchemaElement;
import java.util.List;

/**
 * Names have letters, digits and underscores, and those that begin with two underscores are reserved for introspection. The parser has seen to the
 * letters, except of names that come from the namespace of a link, such as {@code my-spec}.
 */
final class NameRule implements ValidityRule {
    @Override
    public void check(CheckedSchema checked) {
        checked.schema()
                .forEachElement(element -> check(checked, name(element), element.coordinate(), element.places()));
        for (DirectiveDefinition definition :
                checked.schema().directiveDefinitions().values()) {
            check(checked, definition.name(), "@" + definition.name(), definition.places());
        }
    }

    private static void check(CheckedSchema checked, String name, String coordinate, List<Place> places) {
        if (name.startsWith("__")) {
            checked.error(coordinate + " has a name that is reserved for introspection", places);
        }
        if (name.indexOf('.') >= 0 || name.indexOf('-') >= 0) {
            checked.error(
                    coordinate + " has a name with other characters than letters, digits and underscores", places);
        }
    }

    private static String name(Element element) {
        return switch (element) {
            case NamedType type -> type.name();
            case Field field -> field.name();
            case InputValue value -> value.name();
            case EnumValue value -> value.name();
            case SchemaElement schema -> schema.coordinate();
        };
    }
}
