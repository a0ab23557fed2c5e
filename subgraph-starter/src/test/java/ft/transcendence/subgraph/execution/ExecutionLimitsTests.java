package ft.transcendence.subgraph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExecutionLimitsTests {

    private static final String SCHEMA = """
            directive @listSize(assumedSize: Int, slicingArguments: [String!]) on FIELD_DEFINITION
            scalar _Any
            type Query {
              node: Node
              _entities(representations: [_Any!]!): [Node]!
            }
            type Node {
              id: ID
              nodes(first: Int): [Node!]! @listSize(assumedSize: 20, slicingArguments: ["first"])
            }
            """;

    private static final ExecutionProperties LIMITS =
            new ExecutionProperties(1_000, 1_500, 50, Duration.ofSeconds(10), 1, 0, Duration.ofSeconds(1));

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean clientDisconnected = new AtomicBoolean();
    private final AtomicInteger lists = new AtomicInteger();
    private final SharedBudget sharedBudget = new SharedBudget(LIMITS.valuesInTotal());
    private Runnable atEachList = () -> {};
    private final GraphQL graphql = graphql();

    private GraphQL graphql() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(GraphQLScalarType.newScalar()
                        .name("_Any")
                        .coercing(Scalars.GraphQLString.getCoercing())
                        .build())
                .type("Query", query -> query.dataFetcher("node", environment -> "node")
                        .dataFetcher("_entities", environment -> List.of()))
                .type("Node", node -> node.dataFetcher("id", environment -> "id")
                        .dataFetcher("nodes", environment -> {
                            lists.incrementAndGet();
                            atEachList.run();
                            return Collections.nCopies(environment.getArgumentOrDefault("first", 20), "node");
                        }))
                .build();
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring))
                .instrumentation(new ExecutionLimits(LIMITS, sharedBudget, nanos::get, () -> clientDisconnected::get))
                .build();
    }

    @Test
    void executesWithinTheLimits() {
        ExecutionResult result = graphql.execute("{ node { nodes(first: 100) { id } } }");
        assertThat(result.getErrors()).isEmpty();
        assertThat(result.toSpecification().toString()).contains("id");
    }

    @Test
    void cancelsBeforeTooManyRowsAreLoaded() {
        ExecutionResult result =
                graphql.execute("{ node { nodes(first: 100) { nodes(first: 100) { nodes(first: 100) { id } } } } }");
        assertThat(codeOf(result)).isEqualTo("TOO_EXPENSIVE");
        assertThat(result.isDataPresent()).isFalse();
        // the query asks for 10,101 lists
        assertThat(lists).hasValueLessThan(12);
    }

    @Test
    void usesTheAssumedSizeWithoutASlicingArgument() {
        assertThat(codeOf(graphql.execute("{ node { nodes { nodes { nodes { id } } } } }")))
                .isEqualTo("TOO_EXPENSIVE");
    }

    @Test
    void countsEveryAlias() {
        String aliases = String.join(
                " ",
                Collections.nCopies(1_001, "x").stream()
                        .map(name -> name + lists.incrementAndGet() + ": id")
                        .toList());
        assertThat(codeOf(graphql.execute("{ node { " + aliases + " } }"))).isEqualTo("TOO_EXPENSIVE");
    }

    @Test
    void rejectsTooManyEntities() {
        String ids = String.join(",", Collections.nCopies(51, "\"x\""));
        assertThat(codeOf(graphql.execute("{ _entities(representations: [" + ids + "]) { id } }")))
                .isEqualTo("TOO_EXPENSIVE");
    }

    @Test
    void cancelsAtTheDeadline() {
        atEachList = () -> nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(codeOf(graphql.execute("{ node { nodes(first: 10) { nodes(first: 2) { id } } } }")))
                .isEqualTo("TIMED_OUT");
        assertThat(lists).hasValue(1);
    }

    @Test
    void cancelsWhenTheClientDisconnects() {
        atEachList = () -> {
            clientDisconnected.set(true);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        };
        assertThat(codeOf(graphql.execute("{ node { nodes(first: 10) { nodes(first: 2) { id } } } }")))
                .isEqualTo("UNAVAILABLE");
        assertThat(lists).hasValue(1);
    }

    @Test
    void limitsTheValuesOfAllExecutions() {
        assertThat(sharedBudget.tryAcquire(1_400)).isTrue();
        assertThat(codeOf(graphql.execute("{ node { nodes(first: 100) { id } } }")))
                .isEqualTo("UNAVAILABLE");
        sharedBudget.release(1_400);
        assertThat(graphql.execute("{ node { nodes(first: 100) { id } } }").getErrors())
                .isEmpty();
    }

    @Test
    void releasesItsValuesHoweverItEnds() {
        graphql.execute("{ node { nodes(first: 100) { id } } }");
        graphql.execute("{ node { nodes(first: 100) { nodes(first: 100) { id } } } }");
        graphql.execute("{ nonsense }");
        graphql.execute("}");
        assertThat(sharedBudget.available()).isEqualTo(LIMITS.valuesInTotal());
    }

    private static String codeOf(ExecutionResult result) {
        assertThat(result.getErrors()).hasSize(1);
        return String.valueOf(result.getErrors().getFirst().getExtensions().get("code"));
    }
}
