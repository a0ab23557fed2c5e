package ft.transcendence.testkit.stub;

import ft.transcendence.testkit.document.GraphQLDocument;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The SDL of a subgraph as its own server would have it: extensions of types that other subgraphs define count as definitions, the directives of
 * federation are gone, {@code _service} and {@code _entities} are there.
 */
final class StubSchema {

    private static final Set<String> FEDERATION_TYPES = Set.of("_Any", "_Entity", "_Service");

    private final String sdl;
    private final Map<String, List<String>> keyFields = new LinkedHashMap<>();
    private final Set<String> fields = new HashSet<>();
    private final Map<String, TypeName> rootTypes = new LinkedHashMap<>();
    private final TypeDefinitionRegistry types;

    private StubSchema(String sdl) {
        this.sdl = sdl;
        Document document = GraphQLDocument.parse(sdl);
        KeyNames keys = KeyNames.of(document);
        document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getOperationTypeDefinitions().stream())
                .forEach(operation -> rootTypes.put(operation.getName(), operation.getTypeName()));
        document.getDefinitionsOfType(ObjectTypeDefinition.class).forEach(type -> note(type, keys));
        this.types = new SchemaParser().buildRegistry(executable(document));
    }

    static StubSchema parse(String sdl) {
        return new StubSchema(sdl);
    }

    String sdl() {
        return sdl;
    }

    TypeDefinitionRegistry types() {
        return types;
    }

    void requireEntity(String type) {
        if (!keyFields.containsKey(type)) {
            throw new IllegalArgumentException(
                    "The schema of the stub has no entity type " + type + ", but " + keyFields.keySet());
        }
    }

    void requireField(String coordinate) {
        if (!fields.contains(coordinate)) {
            throw new IllegalArgumentException("The schema of the stub has no field " + coordinate);
        }
    }

    /** The fields in the keys of an entity, those of nested objects too; empty for other types. */
    List<String> keyFieldsOf(String type) {
        return keyFields.getOrDefault(type, List.of());
    }

    /** The object types that a value of this type can have, in the order of the schema; empty for a type that the schema does not have. */
    List<String> objectTypesOf(String type) {
        return switch (types.getTypeOrNull(type)) {
            case ObjectTypeDefinition object -> List.of(object.getName());
            case UnionTypeDefinition union ->
                union.getMemberTypes().stream()
                        .map(member -> ((TypeName) member).getName())
                        .toList();
            case InterfaceTypeDefinition parent ->
                types.getAllImplementationsOf(parent).stream()
                        .filter(ObjectTypeDefinition.class::isInstance)
                        .map(NamedNode::getName)
                        .toList();
            case null, default -> List.of();
        };
    }

    private void note(ObjectTypeDefinition type, KeyNames keys) {
        type.getFieldDefinitions().forEach(field -> fields.add(type.getName() + "." + field.getName()));
        List<Directive> ownKeys = type.getDirectives().stream()
                .filter(directive -> keys.contains(directive.getName()))
                .toList();
        if (!ownKeys.isEmpty()) {
            List<String> inKeys = ownKeys.stream().flatMap(KeyNames::fieldsOf).toList();
            keyFields.merge(type.getName(), inKeys, StubSchema::join);
        }
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Document executable(Document document) {
        List<Definition> definitions = new ArrayList<>();
        if (!rootTypes.isEmpty()) {
            definitions.add(schemaDefinition());
        }
        Unfederated.of(document).getDefinitions().stream()
                .filter(definition ->
                        !(definition instanceof SchemaDefinition || definition instanceof DirectiveDefinition))
                .filter(definition -> !FEDERATION_TYPES.contains(nameOf(definition)))
                .forEach(definitions::add);
        definitions.addAll(GraphQLDocument.parse(federationTypes()).getDefinitions());
        return Document.newDocument()
                .definitions(Extensions.withDefinitions(definitions))
                .build();
    }

    private String queryType() {
        TypeName query = rootTypes.get("query");
        return query == null ? "Query" : query.getName();
    }

    private SchemaDefinition schemaDefinition() {
        rootTypes.putIfAbsent("query", new TypeName(queryType()));
        return SchemaDefinition.newSchemaDefinition()
                .operationTypeDefinitions(rootTypes.entrySet().stream()
                        .map(root -> OperationTypeDefinition.newOperationTypeDefinition()
                                .name(root.getKey())
                                .typeName(root.getValue())
                                .build())
                        .toList())
                .build();
    }

    private String federationTypes() {
        String everywhere = """
                scalar _Any
                type _Service { sdl: String! }
                extend type %s { _service: _Service! }
                """.formatted(queryType());
        return keyFields.isEmpty()
                ? everywhere
                : everywhere + """
                union _Entity = %s
                extend type %s { _entities(representations: [_Any!]!): [_Entity]! }
                """.formatted(String.join(" | ", keyFields.keySet()), queryType());
    }

    private static String nameOf(Definition<?> definition) {
        return definition instanceof SDLDefinition<?> && definition instanceof NamedNode<?> named
                ? named.getName()
                : "";
    }
}
