package ft.transcendence.schemacheck.repository;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.composition.SupergraphComposition;
import ft.transcendence.schemacheck.composition.SupergraphComposition.Outcome;
import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.config.SupergraphConfigReader;
import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The platform's subgraphs share one interface of errors. */
class SharedErrorsTests {
    private static final Set<String> SHARED = Set.of("UserError", "UserErrorCode");

    private final SupergraphConfig config =
            SupergraphConfigReader.read(Path.of("../supergraph.yaml"), Map.of(), Duration.ofSeconds(1));

    @Test
    void theirCodesAreThoseOfAllSubgraphs() {
        Set<String> codes = config.subgraphs().stream()
                .flatMap(subgraph ->
                        subgraph
                                .parse()
                                .orElseThrow()
                                .document()
                                .getDefinitionsOfType(EnumTypeDefinition.class)
                                .stream())
                .filter(type -> type.getName().equals("UserErrorCode"))
                .flatMap(type -> type.getEnumValueDefinitions().stream())
                .map(value -> value.getName())
                .collect(Collectors.toSet());
        Outcome outcome = SupergraphComposition.compose(config, HintLevel.NONE);
        assertThat(outcome).isInstanceOf(Outcome.Composed.class);
        GraphQLSchema schema = ((Outcome.Composed) outcome).supergraph().consumerSchema();
        assertThat(schema.getType("UserErrorCode"))
                .isInstanceOfSatisfying(GraphQLEnumType.class, type -> assertThat(type.getValues())
                        .extracting(GraphQLNamedSchemaElement::getName)
                        .containsExactlyInAnyOrderElementsOf(codes));
        assertThat(schema.getType("UserError"))
                .isInstanceOfSatisfying(GraphQLInterfaceType.class, type -> assertThat(schema.getImplementations(type))
                        .extracting(GraphQLNamedSchemaElement::getName)
                        .containsExactlyInAnyOrder("MatchMutationError", "UserMutationError"));
    }

    /** Composition keeps only one description of each. */
    @Test
    void theyAreDescribedInTheSameWordsEverywhere() {
        List<Map<String, String>> described = config.subgraphs().stream()
                .map(subgraph -> descriptions(subgraph.parse().orElseThrow()))
                .toList();
        assertThat(described.getFirst()).containsKey("UserError.code");
        described.getFirst().forEach((where, description) -> {
            for (Map<String, String> others : described) {
                assertThat(others.getOrDefault(where, description)).as(where).isEqualTo(description);
            }
        });
    }

    private static Map<String, String> descriptions(ParsedSubgraph subgraph) {
        Map<String, String> descriptions = new TreeMap<>();
        for (InterfaceTypeDefinition type : subgraph.document().getDefinitionsOfType(InterfaceTypeDefinition.class)) {
            if (SHARED.contains(type.getName())) {
                descriptions.put(type.getName(), text(type.getDescription()));
                type.getFieldDefinitions()
                        .forEach(field ->
                                descriptions.put(type.getName() + "." + field.getName(), text(field.getDescription())));
            }
        }
        for (EnumTypeDefinition type : subgraph.document().getDefinitionsOfType(EnumTypeDefinition.class)) {
            if (SHARED.contains(type.getName())) {
                descriptions.put(type.getName(), text(type.getDescription()));
                type.getEnumValueDefinitions()
                        .forEach(value ->
                                descriptions.put(type.getName() + "." + value.getName(), text(value.getDescription())));
            }
        }
        return descriptions;
    }

    private static String text(Description description) {
        return description.getContent();
    }
}
