package ft.transcendence.federation.supergraph.reader;

import ft.transcendence.federation.supergraph.FieldSet;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.TypeDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks that the fields in the selections of join directives exist. */
final class FieldSetCheck {
    /** The named type of each field, by type; empty for types without fields. */
    private final Map<String, Map<String, String>> fieldTypes = new HashMap<>();

    FieldSetCheck(Document document) {
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof TypeDefinition<?> type) {
                Map<String, String> fields = new HashMap<>();
                if (definition instanceof ImplementingTypeDefinition<?> composite) {
                    for (FieldDefinition field : composite.getFieldDefinitions()) {
                        fields.put(
                                field.getName(),
                                TypeReader.typeRef(field.getType()).namedType());
                    }
                }
                fieldTypes.put(type.getName(), fields);
            }
        }
    }

    boolean isType(String name) {
        return fieldTypes.containsKey(name);
    }

    /** The problem with a selection on this type; empty if there is none. */
    Optional<String> problem(FieldSet fields, String type) {
        return fields.parts().stream()
                .map(part -> switch (part) {
                    case FieldSet.Fragment fragment -> problem(fragment);
                    case FieldSet.Field field -> problem(field, type);
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> problem(FieldSet.Fragment fragment) {
        return isType(fragment.typeCondition())
                ? problem(fragment.selections(), fragment.typeCondition())
                : Optional.of("there is no type " + fragment.typeCondition());
    }

    private Optional<String> problem(FieldSet.Field field, String type) {
        if (field.name().equals("__typename")) {
            return Optional.empty();
        }
        String below = fieldTypes.getOrDefault(type, Map.of()).get(field.name());
        return below == null
                ? Optional.of("there is no field " + type + "." + field.name())
                : problem(field.selections(), below);
    }
}
