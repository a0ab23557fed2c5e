package ft.transcendence.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.adapter.JdkFlowAdapter;

/** The cost of the platform's own operations, and which operations the default limit refuses. */
class OperationCostTests {

    private static final Path ROOT = Path.of("..", "..");
    private static final int LARGEST_PAGE = 100;

    private static final CostLimit LIMIT = Objects.requireNonNull(new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("gateway.limits", OperationLimitsProperties.class)
            .toCostLimit());

    private static final FederationEngine STRICTEST = engine(new CostLimit(1, LIMIT.listSize()));
    private static final TypeDefinitionRegistry SCHEMA = new SchemaParser().parse(STRICTEST.consumerSchema());
    private static final Pattern ESTIMATED_COST = Pattern.compile("\"estimatedCost\":(\\d+)");

    /** An engine with the platform's supergraph and no subgraphs. */
    private static FederationEngine engine(CostLimit limit) {
        return FederationEngine.builder()
                .supergraph(supergraph())
                .costLimit(limit)
                .transport(request -> {
                    throw new IllegalStateException("a subgraph was called");
                })
                .build();
    }

    private static String supergraph() {
        try {
            return Files.readString(ROOT.resolve("supergraph.graphql"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
    void operationsOfThePagesCostLittle(Path file) throws IOException {
        String document = Files.readString(file);
        for (OperationDefinition operation : Parser.parse(document).getDefinitionsOfType(OperationDefinition.class)) {
            assertThat(costOf(document, operation, SampleVariables.required(operation, SCHEMA)))
                    .as(operation.getName())
                    .isLessThan(LIMIT.maxCost() / 20);
            assertThat(costOf(document, operation, SampleVariables.with(LARGEST_PAGE, operation, SCHEMA)))
                    .as(operation.getName() + " with the largest pages")
                    .isLessThan(LIMIT.maxCost() / 4);
        }
    }

    /** The estimated cost that the engine reports when it refuses the operation for costing more than 1; 1 when it does not. */
    private static long costOf(
            String document, OperationDefinition operation, Map<String, @Nullable Object> variables) {
        GraphQLRequest request =
                new GraphQLRequest(document, operation.getName(), new LinkedHashMap<>(variables), Map.of());
        String response = Objects.requireNonNull(
                        JdkFlowAdapter.flowPublisherToFlux(STRICTEST.subscribe(request, RequestContext.anonymous()))
                                .blockFirst())
                .bodyAsString();
        assertThat(response).as(operation.getName()).doesNotContain("BAD_USER_INPUT", "GRAPHQL_");
        Matcher cost = ESTIMATED_COST.matcher(response);
        return cost.find() ? Long.parseLong(cost.group(1)) : 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{matches(first:100){nodes{players{user{matches(first:100){nodes{players{user{matches(first:100){nodes{id}}}}}}}}}}}",
                "{matches{nodes{players{user{matches{nodes{players{user{matches{nodes{id}}}}}}}}}}}",
                "{matches(first:100){nodes{players{user{matches(first:100){nodes{id}}}}}}}"
            })
    void nestedPagesAreRefusedBeforeAnyFetch(String query) {
        String response = engine(LIMIT)
                .execute(GraphQLRequest.of(query), RequestContext.anonymous())
                .join()
                .bodyAsString();
        assertThat(response).contains("COST_ESTIMATED_TOO_EXPENSIVE", "\"estimatedCost\":", "\"maximumCost\":10000");
    }

    @Test
    void zeroDisablesTheLimit() {
        MapConfigurationPropertySource settings =
                new MapConfigurationPropertySource(Map.of("gateway.limits.max-cost", "0"));
        assertThat(new Binder(settings)
                        .bindOrCreate("gateway.limits", OperationLimitsProperties.class)
                        .toCostLimit())
                .isNull();
    }
}
