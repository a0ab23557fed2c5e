package ft.transcendence.schemacheck.supergraph;

import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.TypeDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which subgraphs have an element.
 *
 * @param byCoordinate types and their members; a member without an entry is in all subgraphs that have its type
 */
public record Owners(Map<String, Set<String>> byCoordinate) {

    static Owners of(Document supergraph) {
        JoinGraphs graphs = JoinGraphs.of(supergraph);
        Map<String, Set<String>> owners = new HashMap<>();
        for (TypeDefinition<?> type : supergraph.getDefinitionsOfType(TypeDefinition.class)) {
            String name = type.getName();
            owners.put(name, graphs.subgraphs(type));
            switch (type) {
                case ImplementingTypeDefinition<?> fields ->
                    fields.getFieldDefinitions()
                            .forEach(field -> owners.put(name + "." + field.getName(), graphs.subgraphs(field)));
                case InputObjectTypeDefinition input ->
                    input.getInputValueDefinitions()
                            .forEach(field -> owners.put(name + "." + field.getName(), graphs.subgraphs(field)));
                case EnumTypeDefinition values ->
                    values.getEnumValueDefinitions()
                            .forEach(value -> owners.put(name + "." + value.getName(), graphs.subgraphs(value)));
                default -> {
                    // scalars and unions have no members of their own
                }
            }
        }
        owners.values().removeIf(Set::isEmpty);
        return new Owners(owners);
    }

    /** The subgraphs that have an element, or else its nearest parent; none if it is unknown. */
    public Set<String> of(String coordinate) {
        String nearest = coordinate;
        while (!byCoordinate.containsKey(nearest) && nearest.contains(".")) {
            nearest = nearest.substring(0, nearest.lastIndexOf('.'));
        }
        return byCoordinate.getOrDefault(nearest, Set.of());
    }
}
