package ft.transcendence.schemacheck.rules;

import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.SDLExtensionDefinition;
import graphql.language.StringValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A field that one subgraph adds to another's entity must be nullable: while that subgraph is down, a non-null field cannot be null, so it removes the
 * whole entity from the response, including everything the owner could resolve.
 *
 * <p>The owner of an entity is the subgraph that defines rather than extends it; of several, the one with the most keys, then with the most fields. If
 * several remain, there is no owner, and non-null fields of every subgraph are findings.
 */
public final class Nullability {
    private Nullability() {}

    /** Where a field should be nullable: {@code file:line Coordinate}. */
    public static List<Finding> check(List<ParsedSubgraph> subgraphs) {
        List<Finding> problems = new ArrayList<>();
        for (List<Part> parts : entities(subgraphs)) {
            Optional<Part> owner = owner(parts);
            for (Part part : parts) {
                if (parts.size() > 1 && owner.filter(part::equals).isEmpty()) {
                    part.contributed()
                            .filter(field -> field.getType() instanceof NonNullType && isAlone(field, part, parts))
                            .map(field -> problem(part, field, owner))
                            .forEach(problems::add);
                }
            }
        }
        return problems;
    }

    private static boolean isAlone(FieldDefinition field, Part part, List<Part> parts) {
        return parts.stream()
                .filter(other -> !other.equals(part))
                .flatMap(Part::contributed)
                .noneMatch(other -> other.getName().equals(field.getName()));
    }

    private static Finding problem(Part part, FieldDefinition field, Optional<Part> owner) {
        String type = part.type;
        Location place = Location.of(part.subgraph.file(), field.getSourceLocation());
        String ownership = owner.map(other -> type + " is an entity of " + other.subgraph.name())
                .orElse("no subgraph alone owns " + type);
        return Finding.of(
                        Level.ERROR,
                        place,
                        type + "." + field.getName(),
                        "is non-null, but " + ownership + ": when " + part.subgraph.name() + " is down, the whole "
                                + type + " is null")
                .hint("make the field nullable");
    }

    /** The parts of each entity, by subgraph; types without a key are values, not entities. */
    private static List<List<Part>> entities(List<ParsedSubgraph> subgraphs) {
        Map<String, List<Part>> types = new LinkedHashMap<>();
        for (ParsedSubgraph subgraph : subgraphs) {
            Map<String, Part> own = new LinkedHashMap<>();
            for (ImplementingTypeDefinition<?> definition :
                    subgraph.document().getDefinitionsOfType(ImplementingTypeDefinition.class)) {
                own.computeIfAbsent(definition.getName(), type -> new Part(type, subgraph))
                        .add(definition);
            }
            own.forEach((type, part) ->
                    types.computeIfAbsent(type, ignored -> new ArrayList<>()).add(part));
        }
        return types.values().stream()
                .filter(parts -> parts.stream().anyMatch(part -> !part.keys.isEmpty()))
                .toList();
    }

    private static Optional<Part> owner(List<Part> parts) {
        List<Part> left = most(parts, part -> part.extendsOnly ? 0 : 1);
        left = most(left, part -> part.keys.size());
        left = most(left, part -> (int) part.contributed().count());
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }

    private static List<Part> most(List<Part> parts, ToIntFunction<Part> rank) {
        int highest = parts.stream()
                .max(Comparator.comparingInt(rank))
                .map(rank::applyAsInt)
                .orElse(0);
        return parts.stream().filter(part -> rank.applyAsInt(part) == highest).toList();
    }

    /** What one subgraph says of a type. */
    private static final class Part {
        private static final Pattern NAME = Pattern.compile("\\w+");

        private final String type;
        private final ParsedSubgraph subgraph;
        private final List<String> keys = new ArrayList<>();
        private final List<FieldDefinition> fields = new ArrayList<>();
        private boolean extendsOnly = true;

        Part(String type, ParsedSubgraph subgraph) {
            this.type = type;
            this.subgraph = subgraph;
        }

        void add(ImplementingTypeDefinition<?> definition) {
            directives(definition, "key").map(Part::fieldsArgument).forEach(keys::add);
            fields.addAll(definition.getFieldDefinitions());
            extendsOnly &= definition instanceof SDLExtensionDefinition
                    || directives(definition, "extends").findAny().isPresent()
                    || directives(definition, "interfaceObject").findAny().isPresent();
        }

        /** The fields that the subgraph resolves itself: neither keys nor external ones. */
        Stream<FieldDefinition> contributed() {
            Set<String> inKeys = new HashSet<>();
            keys.forEach(
                    key -> NAME.matcher(key).results().map(MatchResult::group).forEach(inKeys::add));
            return fields.stream()
                    .filter(field -> !inKeys.contains(field.getName())
                            && directives(field, "external").findAny().isEmpty());
        }

        /** Directives with this name, with or without the namespace of a link without imports. */
        private static Stream<Directive> directives(DirectivesContainer<?> element, String name) {
            return element.getDirectives().stream()
                    .filter(directive -> directive.getName().equals(name)
                            || directive.getName().equals("federation__" + name));
        }

        private static String fieldsArgument(Directive key) {
            Argument fields = key.getArgument("fields");
            return fields != null && fields.getValue() instanceof StringValue text
                    ? Objects.requireNonNullElse(text.getValue(), "")
                    : "";
        }
    }
}
