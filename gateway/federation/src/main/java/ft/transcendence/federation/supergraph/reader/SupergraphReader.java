package ft.transcendence.federation.supergraph.reader;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.SupergraphException.Code;
import ft.transcendence.federation.supergraph.Subgraph;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphType;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.Node;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.TypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Reads supergraphs. */
public final class SupergraphReader {
    /** The SDL comes from the operator, so its size is not limited. */
    private static final ParserOptions TRUSTED = ParserOptions.newParserOptions()
            .maxCharacters(Integer.MAX_VALUE)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .maxRuleDepth(1_000)
            .captureIgnoredChars(false)
            .build();

    private final Document document;
    private final Features features;
    /** The subgraphs by their names in {@code join__Graph}. */
    private final SequencedMap<String, Subgraph> graphs = new LinkedHashMap<>();

    private SupergraphReader(Document document) {
        this.document = document;
        List<Directive> directives = document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getDirectives().stream())
                .toList();
        this.features = Features.of(directives);
    }

    /**
     * Reads a supergraph.
     *
     * @param sdl the output of composition: join specification 0.1 to 0.5
     * @throws SupergraphException if the supergraph is invalid or not supported
     */
    public static Supergraph read(String sdl) {
        SupergraphReader reader = new SupergraphReader(parse(sdl));
        reader.readGraphs();
        TypeReader types = new TypeReader(reader.features, reader.graphs, reader.document);
        Map<String, SupergraphType> typesByName = types.read();
        Map<OperationKind, String> rootTypes = reader.rootTypes();
        GraphQLSchema consumerSchema = ConsumerSchema.build(reader.document, reader.features);
        return new Supergraph(reader.subgraphsByName(), typesByName, rootTypes, () -> consumerSchema);
    }

    private static Document parse(String sdl) {
        try {
            return new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(sdl)
                            .parserOptions(TRUSTED)
                            .build());
        } catch (InvalidSyntaxException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLine();
            throw new SupergraphException(Code.SYNTAX, line, "not a GraphQL schema: " + e.getMessage());
        }
    }

    private void readGraphs() {
        if (features.joinVersion().isEmpty()) {
            throw new SupergraphException(
                    Code.NOT_A_SUPERGRAPH,
                    schemaLine(),
                    "the schema does not link the join specification; expected the output of supergraph composition");
        }
        EnumTypeDefinition graphEnum = document.getDefinitionsOfType(EnumTypeDefinition.class).stream()
                .filter(definition -> features.directive(definition.getName()).equals("join__Graph"))
                .findFirst()
                .orElseThrow(() -> new SupergraphException(
                        Code.NOT_A_SUPERGRAPH,
                        schemaLine(),
                        "the enum join__Graph, which lists the subgraphs, is missing"));
        for (EnumValueDefinition value : graphEnum.getEnumValueDefinitions()) {
            Directive directive = directives(value.getDirectives(), "join__graph").stream()
                    .findFirst()
                    .orElseThrow(() -> new SupergraphException(
                            Code.INVALID_JOIN, line(value), value.getName() + " has no @join__graph"));
            String name = Features.string(directive, "name").orElse(value.getName());
            String url = Features.string(directive, "url").orElse("");
            if (graphs.values().stream().anyMatch(other -> other.name().equals(name))) {
                throw new SupergraphException(Code.INVALID_JOIN, line(value), "two subgraphs have the name " + name);
            }
            graphs.put(value.getName(), new Subgraph(name, url));
        }
        if (graphs.isEmpty()) {
            throw new SupergraphException(Code.INVALID_JOIN, line(graphEnum), "join__Graph lists no subgraph");
        }
    }

    private int schemaLine() {
        return document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .mapToInt(SupergraphReader::line)
                .findFirst()
                .orElse(1);
    }

    private List<Directive> directives(List<Directive> directives, String name) {
        return directives.stream()
                .filter(directive -> features.directive(directive.getName()).equals(name))
                .toList();
    }

    private SequencedMap<String, Subgraph> subgraphsByName() {
        SequencedMap<String, Subgraph> byName = new LinkedHashMap<>();
        graphs.values().forEach(subgraph -> byName.put(subgraph.name(), subgraph));
        return byName;
    }

    private Map<OperationKind, String> rootTypes() {
        List<String> typeNames = new ArrayList<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof TypeDefinition<?> type) {
                typeNames.add(type.getName());
            }
        }
        Map<OperationKind, String> roots = new EnumMap<>(OperationKind.class);
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            for (OperationTypeDefinition operation : schema.getOperationTypeDefinitions()) {
                String type = operation.getTypeName().getName();
                if (!typeNames.contains(type)) {
                    throw new SupergraphException(
                            Code.INVALID_SCHEMA, line(operation), "the root type " + type + " is not defined");
                }
                roots.put(OperationKind.valueOf(operation.getName().toUpperCase(Locale.ROOT)), type);
            }
        }
        if (!roots.containsKey(OperationKind.QUERY)) {
            throw new SupergraphException(
                    Code.INVALID_SCHEMA, schemaLine(), "the schema names no root type for queries");
        }
        return roots;
    }

    static int line(Node<?> node) {
        return node.getSourceLocation() == null ? 0 : node.getSourceLocation().getLine();
    }
}
