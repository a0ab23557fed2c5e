package ft.transcendence.schemacheck;

import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.sdl.Coordinates;
import ft.transcendence.schemacheck.supergraph.Owners;
import graphql.language.Node;
import graphql.language.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the elements of the consumer schema stand in the subgraphs' schemas. */
final class ElementPlaces {
    private static final Pattern COORDINATE = Pattern.compile("@?\\w+(\\.\\w+)*");

    /** A place and the subgraph whose schema it is in. */
    private record Place(String subgraph, Location location) {}

    private final Map<String, List<Place>> places = new HashMap<>();

    private ElementPlaces() {}

    static ElementPlaces of(List<ParsedSubgraph> subgraphs) {
        ElementPlaces index = new ElementPlaces();
        for (ParsedSubgraph subgraph : subgraphs) {
            for (TypeDefinition<?> type : subgraph.document().getDefinitionsOfType(TypeDefinition.class)) {
                Coordinates.forEach(type, (coordinate, element) -> index.add(coordinate, subgraph, element));
            }
        }
        return index;
    }

    private void add(String coordinate, ParsedSubgraph subgraph, Node<?> node) {
        places.computeIfAbsent(coordinate, ignored -> new ArrayList<>())
                .add(new Place(subgraph.name(), Location.of(subgraph.file(), node.getSourceLocation())));
    }

    /**
     * The finding with the places of what it is about; of what is gone, those of the nearest parent that is left.
     *
     * @param released tells in whose schemas something was
     */
    Finding locate(Finding finding, Owners released) {
        Matcher matcher = COORDINATE.matcher(finding.where());
        if (!matcher.lookingAt()) {
            return finding;
        }
        String nearest = Coordinates.nearest(matcher.group(), places::containsKey);
        List<Place> all = places.getOrDefault(nearest, List.of());
        if (nearest.equals(matcher.group())) {
            return at(finding, all);
        }
        Set<String> owners = released.of(matcher.group());
        List<Place> ofOwners =
                all.stream().filter(place -> owners.contains(place.subgraph())).toList();
        return at(finding, ofOwners.isEmpty() ? all : ofOwners);
    }

    private static Finding at(Finding finding, List<Place> places) {
        return finding.at(places.stream().map(Place::location).toList());
    }
}
