package ft.transcendence.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.cost.CostEstimator;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import ft.transcendence.federation.variables.VariableValues;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the platform's own operations cost, and what is refused, with the limit that a gateway has without settings. */
class OperationCostTests {

    private static final Path ROOT = Path.of("..", "..");
    private static final int LARGEST_PAGE = 100;

    private static final CostLimit LIMIT = Objects.requireNonNull(new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("gateway.limits", OperationLimitsProperties.class)
            .toCostLimit());

    private static String supergraph() throws IOException {
        return Files.readString(ROOT.resolve("supergraph.graphql"));
    }

    private static List<Path> clientOperations() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("client-operations"))) {
            return files.filter(file -> file.toString().endsWith(".graphql"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("clientOperations")
    void whatThePagesAskCostsLittle(Path file) throws IOException {
        Supergraph supergraph = SupergraphReader.read(supergraph());
        OperationNormalizer normalizer =
                new OperationNormalizer(supergraph.consumerSchema(), OperationLimits.defaults());
        CostEstimator estimator = new CostEstimator(supergraph, LIMIT.listSize());
        Document document = Parser.parse(Files.readString(file));
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            NormalizedOperation normalized = normalizer.normalize(document, operation.getName(), variable -> true);
            assertThat(estimator.estimate(normalized).of(VariableValues.none()))
                    .as(operation.getName())
                    .isLessThan(LIMIT.maxCost() / 20.0);
            assertThat(estimator.estimate(normalized).of(largestPages(normalized)))
                    .as(operation.getName() + " with the largest pages")
                    .isLessThan(LIMIT.maxCost() / 4.0);
        }
    }

    private static VariableValues largestPages(NormalizedOperation operation) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        operation.variables().stream()
                .filter(variable -> variable.type().startsWith("Int"))
                .forEach(variable -> values.put(
                        variable.name(), Integer.toString(LARGEST_PAGE).getBytes(StandardCharsets.UTF_8)));
        return new VariableValues(values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{matches(first:100){nodes{players{user{matches(first:100){nodes{players{user{matches(first:100){nodes{id}}}}}}}}}}}",
                "{matches{nodes{players{user{matches{nodes{players{user{matches{nodes{id}}}}}}}}}}}",
                "{matches(first:100){nodes{players{user{matches(first:100){nodes{id}}}}}}}"
            })
    void pagesWithinPagesAreRefusedBeforeAnythingIsAsked(String query) throws IOException {
        String answer = FederationEngine.builder()
                .supergraph(supergraph())
                .costLimit(LIMIT)
                .transport(request -> {
                    throw new AssertionError("a subgraph was asked");
                })
                .build()
                .execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join()
                .bodyAsString();
        assertThat(answer).contains("COST_ESTIMATED_TOO_EXPENSIVE", "\"estimatedCost\":", "\"maximumCost\":10000");
    }

    @Test
    void zeroIsNoLimit() {
        MapConfigurationPropertySource settings =
                new MapConfigurationPropertySource(Map.of("gateway.limits.max-cost", "0"));
        assertThat(new Binder(settings)
                        .bindOrCreate("gateway.limits", OperationLimitsProperties.class)
                        .toCostLimit())
                .isNull();
    }
}
