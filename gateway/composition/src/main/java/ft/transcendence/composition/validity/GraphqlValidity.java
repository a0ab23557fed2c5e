package ft.transcendence.composition.validity;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Checks that a schema, whose references are resolved, is valid GraphQL. */
public final class GraphqlValidity {
    private static final List<ValidityRule> RULES = List.of(
            new NameRule(),
            new NonEmptyTypeRule(),
            new DirectiveUseRule(),
            new DefaultValueRule(),
            new DeprecationRule(),
            new ImplementationRule(),
            new InputCycleRule());

    private GraphqlValidity() {}

    /**
     * @param definitions all directives that the schema can use: its own, those of its specifications and those of GraphQL
     * @param errors takes the message and the places of each error
     */
    public static void check(
            Schema schema, Map<String, DirectiveDefinition> definitions, BiConsumer<String, List<Place>> errors) {
        CheckedSchema checked = new CheckedSchema(schema, definitions, errors);
        RULES.forEach(rule -> rule.check(checked));
    }
}
