package ft.transcendence.schemacheck.rules;

import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import graphql.language.AbstractDescribedNode;
import graphql.language.Definition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Conventions for names and descriptions in all subgraph schemas. */
public final class Conventions {
    private static final Pattern PASCAL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern SCREAMING_CASE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    /** What the errors in the payloads of all mutations have in common. */
    private static final String USER_ERROR = "UserError";

    private final ParsedSubgraph subgraph;
    private final List<Finding> problems;

    private Conventions(ParsedSubgraph subgraph, List<Finding> problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    /** Where a schema breaks a convention: {@code file:line Coordinate}. */
    public static List<Finding> check(List<ParsedSubgraph> subgraphs) {
        List<Finding> problems = new ArrayList<>();
        subgraphs.forEach(subgraph -> new Conventions(subgraph, problems).check());
        return problems;
    }

    private void check() {
        for (Definition<?> definition : subgraph.document().getDefinitions()) {
            if (definition instanceof TypeDefinition<?> type) {
                type(type);
                members(type);
            }
        }
        payloads();
    }

    private void type(TypeDefinition<?> type) {
        if (type instanceof SDLExtensionDefinition) {
            return;
        }
        String name = type.getName();
        boolean isInput = type instanceof InputObjectTypeDefinition;
        require(PASCAL_CASE.matcher(name).matches(), type, name, "types are named in PascalCase");
        require(isInput || !name.endsWith("Input"), type, name, "only an input type's name ends with Input");
        require(ROOTS.contains(name) || isDescribed(type), type, name, "has no description");
    }

    private void members(TypeDefinition<?> type) {
        switch (type) {
            case ImplementingTypeDefinition<?> fields ->
                fields.getFieldDefinitions().forEach(field -> field(type, field));
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().forEach(field -> inputField(type.getName(), field));
            case EnumTypeDefinition values ->
                values.getEnumValueDefinitions().forEach(value -> value(type.getName(), value));
            default -> {
                // scalars and unions have no members of their own
            }
        }
    }

    private void field(TypeDefinition<?> type, FieldDefinition field) {
        String coordinate = type.getName() + "." + field.getName();
        require(CAMEL_CASE.matcher(field.getName()).matches(), field, coordinate, "fields are named in camelCase");
        require(isExternal(field) || isDescribed(field), field, coordinate, "has no description");
        require(
                !type.getName().equals("Mutation") || namedType(field.getType()).endsWith("Payload"),
                field,
                coordinate,
                "a mutation returns a type of its own whose name ends with Payload");
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
            String name = coordinate + "(" + argument.getName() + ":)";
            require(
                    CAMEL_CASE.matcher(argument.getName()).matches(),
                    argument,
                    name,
                    "arguments are named in camelCase");
            require(isDescribed(argument), argument, name, "has no description");
        }
    }

    private void inputField(String type, InputValueDefinition field) {
        String coordinate = type + "." + field.getName();
        require(CAMEL_CASE.matcher(field.getName()).matches(), field, coordinate, "fields are named in camelCase");
        require(isExternal(field) || isDescribed(field), field, coordinate, "has no description");
    }

    private void value(String type, EnumValueDefinition value) {
        String coordinate = type + "." + value.getName();
        require(
                SCREAMING_CASE.matcher(value.getName()).matches(),
                value,
                coordinate,
                "enum values are named in SCREAMING_CASE");
        require(isExternal(value) || isDescribed(value), value, coordinate, "has no description");
    }

    /** A client handles the errors of all mutations with one fragment. */
    private void payloads() {
        Set<String> userErrors = new HashSet<>();
        for (ImplementingTypeDefinition<?> type :
                subgraph.document().getDefinitionsOfType(ImplementingTypeDefinition.class)) {
            if (type.getImplements().stream()
                    .anyMatch(parent -> namedType(parent).equals(USER_ERROR))) {
                userErrors.add(type.getName());
            }
        }
        for (ObjectTypeDefinition payload : subgraph.document().getDefinitionsOfType(ObjectTypeDefinition.class)) {
            if (payload instanceof SDLExtensionDefinition || !payload.getName().endsWith("Payload")) {
                continue;
            }
            for (FieldDefinition field : payload.getFieldDefinitions()) {
                require(
                        !field.getName().equals("errors") || userErrors.contains(namedType(field.getType())),
                        field,
                        payload.getName() + ".errors",
                        "the errors of a payload have a type that implements " + USER_ERROR);
            }
        }
    }

    private void require(boolean holds, Node<?> node, String coordinate, String message) {
        if (!holds) {
            Location place = Location.of(subgraph.file(), node.getSourceLocation());
            problems.add(Finding.of(Level.ERROR, place, coordinate, message));
        }
    }

    private static boolean isDescribed(Node<?> node) {
        return node instanceof AbstractDescribedNode<?> described
                && described.getDescription() != null
                && !described.getDescription().getContent().isBlank();
    }

    private static boolean isExternal(DirectivesContainer<?> member) {
        return member.hasDirective("external");
    }

    private static String namedType(Type<?> type) {
        return type instanceof TypeName name
                ? name.getName()
                : namedType((Type<?>) type.getChildren().getFirst());
    }
}
