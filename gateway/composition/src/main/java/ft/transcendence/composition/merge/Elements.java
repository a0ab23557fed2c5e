package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import java.util.function.Consumer;

/** Walks all elements of a schema that can have directives. */
final class Elements {
    private Elements() {}

    static void visit(Schema schema, Consumer<Element> visitor) {
        visitor.accept(schema.element());
        for (NamedType type : schema.types().values()) {
            visitor.accept(type);
            for (Field field : type.fields().values()) {
                visitor.accept(field);
                field.arguments().values().forEach(visitor);
            }
            type.inputFields().values().forEach(visitor);
            type.values().values().forEach(visitor);
        }
        schema.directiveDefinitions()
                .values()
                .forEach(definition -> definition.arguments().values().forEach(visitor));
    }
}
