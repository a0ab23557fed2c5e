package ft.transcendence.federation.subgraphs;

import graphql.language.Argument;
import graphql.language.AstTransformer;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.InterfaceTypeExtensionDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.UnionTypeDefinition;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A subgraph's SDL as its own server reads it: extensions count as definitions, federation directives are recorded and removed,
 * {@code _entities} and {@code _service} are added.
 */
public final class SubgraphSchema {

    private final Map<String, SDLDefinition<?>> types = new LinkedHashMap<>();
    private final Map<String, List<SelectionSet>> keys = new LinkedHashMap<>();
    private final Map<String, List<SelectionSet>> resolvableKeys = new LinkedHashMap<>();
    private final Map<String, SelectionSet> requirements = new LinkedHashMap<>();
    private final Map<String, SelectionSet> provisions = new LinkedHashMap<>();
    private final Map<String, Set<String>> overrides = new LinkedHashMap<>();
    private final Map<String, Set<String>> contexts = new LinkedHashMap<>();
    private final Map<String, ContextArgument> contextArguments = new LinkedHashMap<>();
    private final Set<String> externalFields = new HashSet<>();
    private final List<String> entities = new ArrayList<>();

    /**
     * What a field takes from an enclosing object.
     *
     * @param context its name, as {@code @context} sets it
     * @param selections the one value of each type that sets it
     */
    public record ContextArgument(String name, String context, SelectionSet selections) {}

    private SubgraphSchema(String sdl) {
        for (Definition<?> definition : Parser.parse(sdl).getDefinitions()) {
            if (definition instanceof SDLDefinition<?> type
                    && !(type instanceof SchemaDefinition)
                    && !(type instanceof DirectiveDefinition)) {
                note(type);
                add(type);
            }
        }
        addFederationTypes();
    }

    public static SubgraphSchema parse(String sdl) {
        return new SubgraphSchema(sdl);
    }

    /** The field sets of the type's {@code @key} directives, resolvable or not; empty for a type without. */
    public List<SelectionSet> keys(String type) {
        return keys.getOrDefault(type, List.of());
    }

    /** The field sets of the type's keys that {@code _entities} takes. */
    public List<SelectionSet> resolvableKeys(String type) {
        return resolvableKeys.getOrDefault(type, List.of());
    }

    /** The field set of the field's {@code @requires}. */
    public Optional<SelectionSet> requirement(String type, String field) {
        return Optional.ofNullable(requirements.get(type + "." + field));
    }

    /** The field sets of all {@code @requires} by {@code Type.field}. */
    public Map<String, SelectionSet> requirements() {
        return Map.copyOf(requirements);
    }

    /** The field set of the field's {@code @provides}. */
    public Optional<SelectionSet> provision(String type, String field) {
        return Optional.ofNullable(provisions.get(type + "." + field));
    }

    /** The fields that are overridden from the other subgraph without a label, as {@code Type.field}. */
    public Set<String> overriddenFrom(String subgraph) {
        return overrides.getOrDefault(subgraph, Set.of());
    }

    /** What fields take from enclosing objects, by {@code Type.field}. */
    public Map<String, ContextArgument> contextArguments() {
        return Map.copyOf(contextArguments);
    }

    /** The types whose objects set a context. */
    public Set<String> settersOf(String context) {
        return contexts.getOrDefault(context, Set.of());
    }

    /** Whether the field, or its whole type, is {@code @external}. */
    public boolean isExternal(String type, String field) {
        return externalFields.contains(type + "." + field);
    }

    /** The schema without any federation directive, with the federation root fields. */
    public Document document() {
        Document document =
                Document.newDocument().definitions(List.copyOf(types.values())).build();
        return (Document) new AstTransformer().transform(document, new NodeVisitorStub() {
            @Override
            public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
                return TreeTransformerUtil.deleteNode(context);
            }
        });
    }

    private void note(SDLDefinition<?> type) {
        String name = nameOf(type);
        List<SelectionSet> fieldSets = directives(type, "key")
                .map(key -> fieldSet(key.getArgument("fields")))
                .toList();
        if (!fieldSets.isEmpty()) {
            keys.computeIfAbsent(name, ignored -> new ArrayList<>()).addAll(fieldSets);
            if (type instanceof ObjectTypeDefinition && !entities.contains(name)) {
                entities.add(name);
            }
        }
        directives(type, "key").filter(SubgraphSchema::isResolvable).forEach(key -> resolvableKeys
                .computeIfAbsent(name, ignored -> new ArrayList<>())
                .add(fieldSet(key.getArgument("fields"))));
        directives(type, "context").forEach(context -> contexts.computeIfAbsent(
                        text(context.getArgument("name")), ignored -> new HashSet<>())
                .add(name));
        fieldsOf(type).forEach(field -> note(name + "." + field.getName(), field));
        boolean allExternal = directives(type, "external").findAny().isPresent();
        Set<String> ownKeyFields = isExtension(type) ? fieldNames(fieldSets) : Set.of();
        fieldsOf(type).stream()
                .filter(field -> allExternal || field.hasDirective("external"))
                .filter(field -> !ownKeyFields.contains(field.getName()))
                .forEach(field -> externalFields.add(name + "." + field.getName()));
    }

    private void note(String coordinate, FieldDefinition field) {
        field.getDirectives("requires")
                .forEach(requires -> requirements.put(coordinate, fieldSet(requires.getArgument("fields"))));
        field.getDirectives("provides")
                .forEach(provides -> provisions.put(coordinate, fieldSet(provides.getArgument("fields"))));
        field.getInputValueDefinitions().forEach(argument -> argument.getDirectives("fromContext")
                .forEach(from -> contextArguments.put(
                        coordinate, contextArgument(argument.getName(), text(from.getArgument("field"))))));
        field.getDirectives("override").stream()
                .filter(override -> override.getArgument("label") == null)
                .forEach(override -> overrides
                        .computeIfAbsent(text(override.getArgument("from")), ignored -> new HashSet<>())
                        .add(coordinate));
    }

    /** In Federation 1 every key field of an extension is {@code @external}, although its subgraph resolves it. */
    private static boolean isExtension(SDLDefinition<?> type) {
        return type instanceof ObjectTypeExtensionDefinition
                || type instanceof InterfaceTypeExtensionDefinition
                || directives(type, "extends").findAny().isPresent();
    }

    private static Set<String> fieldNames(List<SelectionSet> fieldSets) {
        return fieldSets.stream()
                .flatMap(fieldSet -> fieldSet.getSelectionsOfType(Field.class).stream())
                .map(Field::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param text {@code $context { field }} or {@code $context ... on Type { field }} */
    private static ContextArgument contextArgument(String name, String text) {
        String[] parts = text.substring(1).split(" ", 2);
        String selections = parts[1].startsWith("{") ? parts[1] : "{" + parts[1] + "}";
        OperationDefinition operation =
                (OperationDefinition) Parser.parse(selections).getDefinitions().getFirst();
        return new ContextArgument(name, parts[0], operation.getSelectionSet());
    }

    private static boolean isResolvable(Directive key) {
        Argument resolvable = key.getArgument("resolvable");
        return resolvable == null || ((BooleanValue) resolvable.getValue()).isValue();
    }

    private void add(SDLDefinition<?> type) {
        types.merge(nameOf(type), asDefinition(type), SubgraphSchema::merge);
    }

    private void addFederationTypes() {
        String union = entities.isEmpty() ? "" : "union _Entity = " + String.join(" | ", entities);
        String field = entities.isEmpty() ? "" : "_entities(representations: [_Any!]!): [_Entity]!";
        String sdl = "scalar _Any type _Service { sdl: String } " + union + " type Query { _service: _Service! " + field
                + " }";
        Parser.parse(sdl).getDefinitions().forEach(definition -> add((SDLDefinition<?>) definition));
    }

    /** The same parts as a definition, whether it was one or an extension. */
    private static SDLDefinition<?> asDefinition(SDLDefinition<?> type) {
        return switch (type) {
            case ObjectTypeDefinition object ->
                ObjectTypeDefinition.newObjectTypeDefinition()
                        .name(object.getName())
                        .implementz(object.getImplements())
                        .fieldDefinitions(object.getFieldDefinitions())
                        .build();
            case InterfaceTypeDefinition type1 ->
                InterfaceTypeDefinition.newInterfaceTypeDefinition()
                        .name(type1.getName())
                        .implementz(type1.getImplements())
                        .definitions(type1.getFieldDefinitions())
                        .build();
            case UnionTypeDefinition union ->
                UnionTypeDefinition.newUnionTypeDefinition()
                        .name(union.getName())
                        .memberTypes(union.getMemberTypes())
                        .build();
            case EnumTypeDefinition values ->
                EnumTypeDefinition.newEnumTypeDefinition()
                        .name(values.getName())
                        .enumValueDefinitions(values.getEnumValueDefinitions())
                        .build();
            case InputObjectTypeDefinition input ->
                InputObjectTypeDefinition.newInputObjectDefinition()
                        .name(input.getName())
                        .inputValueDefinitions(input.getInputValueDefinitions())
                        .build();
            case ScalarTypeDefinition scalar ->
                ScalarTypeDefinition.newScalarTypeDefinition()
                        .name(scalar.getName())
                        .build();
            default -> throw new IllegalArgumentException("Not a type of a subgraph: " + type);
        };
    }

    private static SDLDefinition<?> merge(SDLDefinition<?> first, SDLDefinition<?> second) {
        return switch (first) {
            case ObjectTypeDefinition object
            when second instanceof ObjectTypeDefinition more ->
                object.transform(builder -> builder.implementz(join(object.getImplements(), more.getImplements()))
                        .fieldDefinitions(join(object.getFieldDefinitions(), more.getFieldDefinitions())));
            case InterfaceTypeDefinition type
            when second instanceof InterfaceTypeDefinition more ->
                type.transform(builder -> builder.implementz(join(type.getImplements(), more.getImplements()))
                        .definitions(join(type.getFieldDefinitions(), more.getFieldDefinitions())));
            case UnionTypeDefinition union
            when second instanceof UnionTypeDefinition more ->
                union.transform(builder -> builder.memberTypes(join(union.getMemberTypes(), more.getMemberTypes())));
            case EnumTypeDefinition values
            when second instanceof EnumTypeDefinition more ->
                values.transform(builder -> builder.enumValueDefinitions(
                        join(values.getEnumValueDefinitions(), more.getEnumValueDefinitions())));
            case InputObjectTypeDefinition input
            when second instanceof InputObjectTypeDefinition more ->
                input.transform(builder -> builder.inputValueDefinitions(
                        join(input.getInputValueDefinitions(), more.getInputValueDefinitions())));
            default -> first;
        };
    }

    @SuppressWarnings("rawtypes") // graphql-java's own lists of types are raw
    private static <T extends Node> List<T> join(List<? extends T> first, List<? extends T> second) {
        return Stream.<T>concat(first.stream(), second.stream()).toList();
    }

    private static List<FieldDefinition> fieldsOf(SDLDefinition<?> type) {
        return switch (type) {
            case ObjectTypeDefinition object -> object.getFieldDefinitions();
            case InterfaceTypeDefinition interfaceType -> interfaceType.getFieldDefinitions();
            default -> List.of();
        };
    }

    private static String nameOf(SDLDefinition<?> type) {
        return ((NamedNode<?>) type).getName();
    }

    private static Stream<Directive> directives(SDLDefinition<?> type, String name) {
        return type instanceof DirectivesContainer<?> container
                ? container.getDirectives(name).stream()
                : Stream.empty();
    }

    private static SelectionSet fieldSet(Argument argument) {
        return ((OperationDefinition) Parser.parse("{" + text(argument) + "}")
                        .getDefinitions()
                        .getFirst())
                .getSelectionSet();
    }

    private static String text(Argument argument) {
        return Objects.requireNonNull(((StringValue) argument.getValue()).getValue());
    }
}
