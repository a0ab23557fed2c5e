package ft.transcendence.composition.validity;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A schema under check.
 *
 * @param definitions all directives that the schema can use: its own, those of its specifications and those of GraphQL
 * @param errors takes the message and the places of each error
 */
record CheckedSchema(
        Schema schema, Map<String, DirectiveDefinition> definitions, BiConsumer<String, List<Place>> errors) {
    void error(String message, List<Place> places) {
        errors.accept(message, places);
    }

    void error(String message, Element... elements) {
        List<Place> places = new ArrayList<>();
        for (Element element : elements) {
            places.addAll(element.places());
        }
        error(message, places);
    }

    static boolean isArgument(InputValue value) {
        return value.coordinate().endsWith(":)");
    }
}
