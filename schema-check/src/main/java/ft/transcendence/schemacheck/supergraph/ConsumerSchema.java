package ft.transcendence.schemacheck.supergraph;

import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What clients see of a supergraph: nothing of the linked specifications, and nothing inaccessible. */
final class ConsumerSchema {
    /** Directives on a schema's elements that introspection shows. */
    private static final Set<String> SHOWN = Set.of("deprecated", "specifiedBy", "oneOf");

    private static final Set<String> FOR_CLIENTS = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");

    private final LinkedSpecifications linked;
    private final String inaccessible;
    private final Set<String> hiddenTypes = new HashSet<>();

    private ConsumerSchema(Document supergraph, LinkedSpecifications linked) {
        this.linked = linked;
        inaccessible = linked.directive("inaccessible");
        for (TypeDefinition<?> type : types(supergraph)) {
            if (linked.own(type.getName()) || isInaccessible(type)) {
                hiddenTypes.add(type.getName());
            }
        }
    }

    static GraphQLSchema of(Document supergraph, LinkedSpecifications linked) {
        Document visible = new ConsumerSchema(supergraph, linked).visible(supergraph);
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(visible));
    }

    @SuppressWarnings("rawtypes")
    private static List<TypeDefinition<?>> types(Document supergraph) {
        List<TypeDefinition<?>> types = new ArrayList<>();
        for (TypeDefinition type : supergraph.getDefinitionsOfType(TypeDefinition.class)) {
            types.add(type);
        }
        return types;
    }

    private Document visible(Document supergraph) {
        List<Definition> definitions = new ArrayList<>();
        for (Definition<?> definition : supergraph.getDefinitions()) {
            if (isVisible(definition)) {
                definitions.add(visible(definition));
            }
        }
        return Document.newDocument().definitions(definitions).build();
    }

    private boolean isVisible(Definition<?> definition) {
        return switch (definition) {
            case DirectiveDefinition directive -> !linked.own(directive.getName()) && isForClients(directive);
            case NamedNode<?> named -> !hiddenTypes.contains(named.getName());
            default -> true;
        };
    }

    private static boolean isForClients(DirectiveDefinition directive) {
        return directive.getDirectiveLocations().stream()
                .anyMatch(location -> FOR_CLIENTS.contains(location.getName().toUpperCase(Locale.ROOT)));
    }

    private Definition<?> visible(Definition<?> definition) {
        return switch (definition) {
            case SchemaDefinition schema ->
                schema.transform(builder -> builder.directives(List.of())
                        .operationTypeDefinitions(schema.getOperationTypeDefinitions().stream()
                                .filter(root ->
                                        !hiddenTypes.contains(root.getTypeName().getName()))
                                .toList()));
            case ObjectTypeDefinition type ->
                type.transform(builder -> builder.directives(shown(type))
                        .implementz(interfaces(type.getImplements()))
                        .fieldDefinitions(fields(type.getFieldDefinitions())));
            case InterfaceTypeDefinition type ->
                type.transform(builder -> builder.directives(shown(type))
                        .implementz(interfaces(type.getImplements()))
                        .definitions(fields(type.getFieldDefinitions())));
            case UnionTypeDefinition type ->
                type.transform(
                        builder -> builder.directives(shown(type)).memberTypes(interfaces(type.getMemberTypes())));
            case EnumTypeDefinition type ->
                type.transform(builder ->
                        builder.directives(shown(type)).enumValueDefinitions(values(type.getEnumValueDefinitions())));
            case InputObjectTypeDefinition type ->
                type.transform(builder ->
                        builder.directives(shown(type)).inputValueDefinitions(inputs(type.getInputValueDefinitions())));
            case ScalarTypeDefinition type -> type.transform(builder -> builder.directives(shown(type)));
            default -> definition;
        };
    }

    @SuppressWarnings("rawtypes")
    private List<Type> interfaces(List<Type> types) {
        List<Type> visible = new ArrayList<>();
        for (Type<?> type : types) {
            if (type instanceof TypeName name && !hiddenTypes.contains(name.getName())) {
                visible.add(type);
            }
        }
        return visible;
    }

    private List<FieldDefinition> fields(List<FieldDefinition> fields) {
        return fields.stream()
                .filter(field -> !isInaccessible(field))
                .map(field -> field.transform(builder -> builder.directives(shown(field))
                        .inputValueDefinitions(inputs(field.getInputValueDefinitions()))))
                .toList();
    }

    private List<InputValueDefinition> inputs(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(input -> !isInaccessible(input))
                .map(input -> input.transform(builder -> builder.directives(shown(input))))
                .toList();
    }

    private List<EnumValueDefinition> values(List<EnumValueDefinition> values) {
        return values.stream()
                .filter(value -> !isInaccessible(value))
                .map(value -> value.transform(builder -> builder.directives(shown(value))))
                .toList();
    }

    private static List<Directive> shown(DirectivesContainer<?> element) {
        return element.getDirectives().stream()
                .filter(directive -> SHOWN.contains(directive.getName()))
                .toList();
    }

    private boolean isInaccessible(DirectivesContainer<?> element) {
        return element.hasDirective(inaccessible);
    }
}
