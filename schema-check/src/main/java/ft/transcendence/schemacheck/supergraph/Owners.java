package ft.transcendence.schemacheck.supergraph;

import ft.transcendence.schemacheck.sdl.Coordinates;
import graphql.language.Document;
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

    static Owners of(Document supergraph, JoinGraphs graphs) {
        Map<String, Set<String>> owners = new HashMap<>();
        for (TypeDefinition<?> type : supergraph.getDefinitionsOfType(TypeDefinition.class)) {
            Coordinates.forEach(type, (coordinate, element) -> owners.put(coordinate, graphs.subgraphs(element)));
        }
        owners.values().removeIf(Set::isEmpty);
        return new Owners(owners);
    }

    /** The subgraphs that have an element, or else its nearest parent; none if it is unknown. */
    public Set<String> of(String coordinate) {
        return byCoordinate.getOrDefault(Coordinates.nearest(coordinate, byCoordinate::containsKey), Set.of());
    }
}
