package ft.transcendence.schemacheck;

import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.supergraph.Owners;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
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
                index.type(subgraph, type);
            }
        }
        return index;
    }

    private void type(ParsedSubgraph subgraph, TypeDefinition<?> type) {
        String name = type.getName();
        add(name, subgraph, type);
        switch (type) {
            case ImplementingTypeDefinition<?> fields ->
                fields.getFieldDefinitions().forEach(field -> field(name, subgraph, field));
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().forEach(field -> add(name + "." + field.getName(), subgraph, field));
            case EnumTypeDefinition values ->
                values.getEnumValueDefinitions().forEach(value -> add(name + "." + value.getName(), subgraph, value));
            default -> {
                // scalars and unions have no members of their own
            }
        }
    }

    private void field(String type, ParsedSubgraph subgraph, FieldDefinition field) {
        String coordinate = type + "." + field.getName();
        add(coordinate, subgraph, field);
        field.getInputValueDefinitions()
                .forEach(argument -> add(coordinate + "." + argument.getName(), subgraph, argument));
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
        String nearest = matcher.group();
        while (!places.containsKey(nearest) && nearest.contains(".")) {
            nearest = nearest.substring(0, nearest.lastIndexOf('.'));
        }
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
