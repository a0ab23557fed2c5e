package ft.transcendence.schemacheck.supergraph;

import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.sdl.Coordinates;
import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The access rules of a supergraph. Clients notice a change of these as much as a removed field.
 *
 * @param byCoordinate schema coordinate → its rules as written, such as {@code @requiresScopes(scopes: [["admin"]])}
 */
public record AccessRules(SortedMap<String, String> byCoordinate) {
    private static final List<String> RULES = List.of("authenticated", "requiresScopes", "policy");

    static AccessRules of(Document supergraph, LinkedSpecifications linked) {
        Map<String, String> names = new TreeMap<>();
        RULES.forEach(rule -> names.put(linked.directive(rule), rule));
        SortedMap<String, String> rules = new TreeMap<>();
        for (TypeDefinition<?> type : supergraph.getDefinitionsOfType(TypeDefinition.class)) {
            Coordinates.forEach(type, (coordinate, element) -> collect(coordinate, element, names, rules));
        }
        return new AccessRules(rules);
    }

    private static void collect(
            String coordinate, DirectivesContainer<?> element, Map<String, String> names, Map<String, String> rules) {
        String own = element.getDirectives().stream()
                .filter(directive -> names.containsKey(directive.getName()))
                .map(directive -> print(directive, names.getOrDefault(directive.getName(), directive.getName())))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(" "));
        if (!own.isEmpty()) {
            rules.put(coordinate, own);
        }
    }

    private static String print(Directive directive, String rule) {
        return AstPrinter.printAst(directive.transform(builder -> builder.name(rule)));
    }

    /**
     * What clients of a release would notice.
     *
     * @param releasedSchema used to ignore the rules of new fields
     */
    public List<Finding> changesSince(AccessRules released, GraphQLSchema releasedSchema) {
        TreeSet<String> coordinates = new TreeSet<>(released.byCoordinate.keySet());
        coordinates.addAll(byCoordinate.keySet());
        List<Finding> changes = new ArrayList<>();
        for (String where : coordinates) {
            String before = released.byCoordinate.getOrDefault(where, "");
            String after = byCoordinate.getOrDefault(where, "");
            if (before.equals(after)) {
                continue;
            }
            if (after.isEmpty()) {
                changes.add(new Finding(Level.DANGEROUS, where, "is public now; it required " + before));
            } else if (!before.isEmpty()) {
                changes.add(new Finding(Level.BREAKING, where, "requires " + after + " now; it required " + before));
            } else if (exists(where, releasedSchema)) {
                changes.add(new Finding(Level.BREAKING, where, "requires " + after + " now; it was public"));
            }
        }
        return changes;
    }

    private static boolean exists(String coordinate, GraphQLSchema schema) {
        int dot = coordinate.indexOf('.');
        if (dot < 0) {
            return schema.containsType(coordinate);
        }
        return schema.getType(coordinate.substring(0, dot)) instanceof GraphQLFieldsContainer container
                && container.getFieldDefinition(coordinate.substring(dot + 1)) != null;
    }
}
