package ft.transcendence.federation.supergraph.reader;

import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.SupergraphException.Code;
import ft.transcendence.federation.supergraph.AppliedDirective;
import ft.transcendence.federation.supergraph.EntityKey;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.FieldSetParser;
import ft.transcendence.federation.supergraph.Subgraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeJoin;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the types of a supergraph with their join directives. */
final class TypeReader {
    private final Features features;
    private final SequencedMap<String, Subgraph> graphs;
    private final Document document;
    private final FieldJoinReader fieldJoins;
    private final FieldSetCheck fieldSets;

    TypeReader(Features features, SequencedMap<String, Subgraph> graphs, Document document) {
        this.features = features;
        this.graphs = graphs;
        this.document = document;
        this.fieldJoins = new FieldJoinReader(this);
        this.fieldSets = new FieldSetCheck(document);
    }

    Map<String, SupergraphType> read() {
        Map<String, SupergraphType> types = new LinkedHashMap<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof TypeDefinition<?> type && !features.isMachinery(type.getName(), false)) {
                types.put(type.getName(), type(type));
            }
        }
        return types;
    }

    private SupergraphType type(TypeDefinition<?> definition) {
        List<Directive> applied = ((DirectivesContainer<?>) definition).getDirectives();
        Map<String, TypeJoin> joins = typeJoins(definition.getName(), applied);
        List<AppliedDirective> directives = AppliedDirectiveReader.read(applied, features);
        Set<String> contexts = contexts(applied);
        String name = definition.getName();
        return switch (definition) {
            case ObjectTypeDefinition object ->
                composite(
                        name,
                        TypeKind.OBJECT,
                        joins,
                        object.getFieldDefinitions(),
                        interfaces(applied, object.getImplements(), joins),
                        applied);
            case InterfaceTypeDefinition object ->
                composite(
                        name,
                        TypeKind.INTERFACE,
                        joins,
                        object.getFieldDefinitions(),
                        interfaces(applied, object.getImplements(), joins),
                        applied);
            case UnionTypeDefinition union ->
                new SupergraphType(
                        name, TypeKind.UNION, joins, Map.of(), Map.of(), members(union, joins), contexts, directives);
            case EnumTypeDefinition ignored ->
                new SupergraphType(name, TypeKind.ENUM, joins, Map.of(), Map.of(), Map.of(), Set.of(), directives);
            case InputObjectTypeDefinition input ->
                new SupergraphType(
                        name,
                        TypeKind.INPUT_OBJECT,
                        joins,
                        inputFields(input),
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        directives);
            case ScalarTypeDefinition ignored ->
                new SupergraphType(name, TypeKind.SCALAR, joins, Map.of(), Map.of(), Map.of(), Set.of(), directives);
            default ->
                throw new SupergraphException(
                        Code.INVALID_SCHEMA, SupergraphReader.line(definition), "unknown kind of type: " + name);
        };
    }

    /** The fields of an input object, with directives and without joins, which nothing needs. */
    private Map<String, SupergraphField> inputFields(InputObjectTypeDefinition input) {
        Map<String, SupergraphField> fields = new LinkedHashMap<>();
        for (InputValueDefinition field : input.getInputValueDefinitions()) {
            List<AppliedDirective> directives = AppliedDirectiveReader.read(field.getDirectives(), features);
            fields.put(
                    field.getName(),
                    new SupergraphField(field.getName(), typeRef(field.getType()), Map.of(), directives, Map.of()));
        }
        return fields;
    }

    private SupergraphType composite(
            String name,
            TypeKind kind,
            Map<String, TypeJoin> joins,
            List<FieldDefinition> definitions,
            Map<String, Set<String>> interfaces,
            List<Directive> applied) {
        Optional<String> owner = named(applied, "join__owner").findFirst().map(this::subgraph);
        Map<String, SupergraphField> fields = new LinkedHashMap<>();
        for (FieldDefinition field : definitions) {
            fields.put(
                    field.getName(),
                    new SupergraphField(
                            field.getName(),
                            typeRef(field.getType()),
                            fieldJoins.read(name, field, joins, owner),
                            AppliedDirectiveReader.read(field.getDirectives(), features),
                            argumentDirectives(field)));
        }
        return new SupergraphType(
                name,
                kind,
                joins,
                fields,
                interfaces,
                Map.of(),
                contexts(applied),
                AppliedDirectiveReader.read(applied, features));
    }

    private Map<String, List<AppliedDirective>> argumentDirectives(FieldDefinition field) {
        Map<String, List<AppliedDirective>> byArgument = new LinkedHashMap<>();
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
            List<AppliedDirective> directives = AppliedDirectiveReader.read(argument.getDirectives(), features);
            if (!directives.isEmpty()) {
                byArgument.put(argument.getName(), directives);
            }
        }
        return byArgument;
    }

    /** The joins of a type. A type without a join directive is in all subgraphs (value types, interfaces and unions in join 0.1). */
    private Map<String, TypeJoin> typeJoins(String typeName, List<Directive> applied) {
        Map<String, List<EntityKey>> keys = new LinkedHashMap<>();
        Set<String> interfaceObjects = new LinkedHashSet<>();
        named(applied, "join__type").forEach(directive -> {
            String subgraph = subgraph(directive);
            List<EntityKey> keysHere = keys.computeIfAbsent(subgraph, ignored -> new ArrayList<>());
            Features.string(directive, "key")
                    .ifPresent(key -> keysHere.add(
                            new EntityKey(fieldSet(directive, key, typeName), flag(directive, "resolvable", true))));
            if (flag(directive, "isInterfaceObject", false)) {
                interfaceObjects.add(subgraph);
            }
        });
        Map<String, TypeJoin> joins = new LinkedHashMap<>();
        keys.forEach((subgraph, list) -> joins.put(subgraph, new TypeJoin(list, interfaceObjects.contains(subgraph))));
        if (joins.isEmpty()) {
            graphs.values().forEach(subgraph -> joins.put(subgraph.name(), new TypeJoin(List.of(), false)));
        }
        return joins;
    }

    @SuppressWarnings("rawtypes") // graphql-java lists types raw
    private Map<String, Set<String>> interfaces(
            List<Directive> applied, List<Type> written, Map<String, TypeJoin> joins) {
        Map<String, Set<String>> bySubgraph = new LinkedHashMap<>();
        named(applied, "join__implements").forEach(directive -> bySubgraph
                .computeIfAbsent(subgraph(directive), ignored -> new LinkedHashSet<>())
                .add(typeNamed(directive, "interface")));
        if (bySubgraph.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            written.forEach(type -> names.add(typeRef(type).namedType()));
            joins.keySet().forEach(subgraph -> bySubgraph.put(subgraph, names));
        }
        return bySubgraph;
    }

    private Map<String, Set<String>> members(UnionTypeDefinition union, Map<String, TypeJoin> joins) {
        Map<String, Set<String>> bySubgraph = new LinkedHashMap<>();
        named(union.getDirectives(), "join__unionMember").forEach(directive -> bySubgraph
                .computeIfAbsent(subgraph(directive), ignored -> new LinkedHashSet<>())
                .add(typeNamed(directive, "member")));
        if (bySubgraph.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            union.getMemberTypes().forEach(type -> names.add(typeRef(type).namedType()));
            joins.keySet().forEach(subgraph -> bySubgraph.put(subgraph, names));
        }
        return bySubgraph;
    }

    private Set<String> contexts(List<Directive> applied) {
        return named(applied, "context")
                .flatMap(directive -> Features.string(directive, "name").stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Stream<Directive> named(List<Directive> applied, String name) {
        return applied.stream()
                .filter(directive -> features.directive(directive.getName()).equals(name));
    }

    private String typeNamed(Directive directive, String argument) {
        String type = Features.string(directive, argument).orElse("");
        if (!fieldSets.isType(type)) {
            throw new SupergraphException(
                    Code.INVALID_JOIN,
                    SupergraphReader.line(directive),
                    "@" + directive.getName() + " names the type " + type + ", which is not defined");
        }
        return type;
    }

    /** The name of the subgraph that a join directive refers to. */
    String subgraph(Directive directive) {
        String graph = Features.string(directive, "graph").orElse("");
        Subgraph subgraph = graphs.get(graph);
        if (subgraph == null) {
            throw new SupergraphException(
                    Code.INVALID_JOIN,
                    SupergraphReader.line(directive),
                    "@" + directive.getName() + " names the subgraph " + graph + ", which join__Graph does not list");
        }
        return subgraph.name();
    }

    /** @param parentType the type whose fields are selected */
    FieldSet fieldSet(Directive directive, String text, String parentType) {
        FieldSet fields = fieldSet(directive, text);
        fieldSets.problem(fields, parentType).ifPresent(problem -> {
            throw new SupergraphException(
                    Code.INVALID_JOIN,
                    SupergraphReader.line(directive),
                    "@" + directive.getName() + ": \"" + text + "\": " + problem);
        });
        return fields;
    }

    static FieldSet fieldSet(Directive directive, String text) {
        try {
            return FieldSetParser.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SupergraphException(
                    Code.INVALID_JOIN,
                    SupergraphReader.line(directive),
                    "@" + directive.getName() + ": " + e.getMessage());
        }
    }

    static boolean flag(Directive directive, String argument, boolean otherwise) {
        return directive.getArgument(argument) != null
                        && directive.getArgument(argument).getValue() instanceof BooleanValue value
                ? value.isValue()
                : otherwise;
    }

    static TypeRef typeRef(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> new TypeRef.NonNull(typeRef(nonNull.getType()));
            case ListType list -> new TypeRef.ListOf(typeRef(list.getType()));
            case TypeName name -> new TypeRef.Named(name.getName());
            default -> throw new IllegalArgumentException("unknown type reference " + type);
        };
    }
}
