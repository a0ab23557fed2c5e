package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.planner.limits.PlanningException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits of planning. Effort is asserted in steps, never in time. */
final class PlanningBudgetTests {

    private static final String ALTERNATING = """
            type Query @join__type(graph: A) @join__type(graph: B) { user: User @join__field(graph: A) }
            type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              name: String @join__field(graph: B)
              friend: User @join__field(graph: A)
              rival: User @join__field(graph: B)
            }
            """;

    /** Every subgraph has the key and one more field, and requires the field of another one to resolve the next entity. */
    private static final String REQUIRING = """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) @join__type(graph: D) {
              node: Node @join__field(graph: A)
            }
            type Node
              @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") @join__type(graph: D, key: "id")
            {
              id: ID!
              a: Int @join__field(graph: A) @join__field(graph: B, external: true)
              b: Int @join__field(graph: B) @join__field(graph: C, external: true)
              c: Int @join__field(graph: C) @join__field(graph: D, external: true)
              toB: Node @join__field(graph: B, requires: "a")
              toC: Node @join__field(graph: C, requires: "b")
              toD: Node @join__field(graph: D, requires: "c")
            }
            """;

    /** There are many paths at every level: each subgraph resolves the next entity, after a requirement that several others resolve. */
    private static final String MANY_PATHS = """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) @join__type(graph: D) {
              node: Node @join__field(graph: A) @join__field(graph: B)
            }
            type Node
              @join__type(graph: A, key: "id") @join__type(graph: A, key: "x { code }") @join__type(graph: B, key: "id")
              @join__type(graph: C, key: "sku") @join__type(graph: C, key: "id") @join__type(graph: D, key: "sku") @join__type(graph: D, key: "x { code }")
            {
              id: ID! @join__field(graph: A) @join__field(graph: B) @join__field(graph: C)
              sku: ID! @join__field(graph: C) @join__field(graph: D)
              x: Value @join__field(graph: A) @join__field(graph: D) @join__field(graph: B, external: true) @join__field(graph: C, external: true)
              next: Node @join__field(graph: A) @join__field(graph: B, requires: "x { code }") @join__field(graph: C, requires: "x { code }") @join__field(graph: D)
              other: Node @join__field(graph: B) @join__field(graph: C) @join__field(graph: D)
              name: String @join__field(graph: C)
            }
            type Value @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) @join__type(graph: D) { code: Int }
            """;

    private static final int TYPES = 60;

    private static String nested(int depth, String... levels) {
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            open.append(levels[i % levels.length]).append(" { ");
        }
        return open + "id" + " }".repeat(depth);
    }

    private static PlannerLimits steps(int steps) {
        return new PlannerLimits(steps, Duration.ofMinutes(10));
    }

    @Test
    void exceedingTheBudgetIsAClearError() {
        Plans plans = Plans.over("a b", ALTERNATING, steps(20));
        PlanningException failure = plans.failure("{ user { " + nested(10, "name friend", "rival") + " } }");
        assertThat(failure.code()).isEqualTo(PlanningException.Code.PLANNING_BUDGET_EXCEEDED);
    }

    @Test
    void deepChainOfEntityMovesTakesProportionateSteps() {
        Plans plans = Plans.over("a b", ALTERNATING, steps(2_000));
        assertThat(plans.plan("{ user { " + nested(20, "name friend", "rival") + " } }"))
                .contains("Flatten");
    }

    @Test
    void nestedRequirementsTakeProportionateSteps() {
        Plans plans = Plans.over("a b c d", REQUIRING, steps(5_000));
        assertThat(plans.plan("{ node { " + nested(12, "toB", "toC", "toD") + " } }"))
                .contains("Flatten");
    }

    @Test
    void manyPathsAtEveryLevelAreNotAllCombined() {
        Plans plans = Plans.over("a b c d", MANY_PATHS, PlannerLimits.defaults());
        assertThat(plans.plan("{ node { " + nested(28, "name next", "other") + " } }"))
                .contains("Flatten");
    }

    @Test
    void hundredsOfEqualEntityMovesAreOneRequest() {
        Plans plans = Plans.over("a b", ALTERNATING, steps(50_000));
        String users = IntStream.range(0, 300)
                .mapToObj(i -> "u" + i + ": user { name }")
                .collect(Collectors.joining(" "));
        assertThat(plans.plan("{ " + users + " }").split("Fetch\\(")).hasSize(3);
    }

    @Test
    void hundredsOfDifferentEntityMovesStayWithinTheBudget() {
        Plans plans = Plans.over("a b c d", MANY_PATHS, PlannerLimits.defaults());
        String nodes = IntStream.range(0, 100)
                .mapToObj(i -> "n" + i + ": node { name next { name other { name } } }")
                .collect(Collectors.joining(" "));
        assertThat(plans.plan("{ " + nodes + " }")).contains("Flatten");
    }

    /** Operations with very many requests, types, nodes or requirements, as large as a document may be. */
    private static Stream<Arguments> wideOperations() {
        String far = " fragment Far on Node { next { other { name next { other { name } } } } }";
        return Stream.of(
                Arguments.of("entity moves", ALTERNATING, "{ " + repeated(600, "u%1$d: user { name }") + " }"),
                Arguments.of("chains", MANY_PATHS, "{ " + repeated(300, "n%1$d: node { ...Far }") + " }" + far),
                Arguments.of("requirements", REQUIRING, "{ node { " + repeated(600, "r%1$d: toB { id }") + " } }"),
                Arguments.of("leaves", ALTERNATING, "{ user { " + repeated(2_000, "i%1$d: id n%1$d: name") + " } }"),
                Arguments.of(
                        "types",
                        manyTypes(),
                        "{ any { " + repeated(1_000, "... on T%2$d { k%1$d: id f%1$d: own }") + " } }"),
                Arguments.of(
                        "types in types",
                        manyTypes(),
                        "{ any { " + repeated(300, "... on T%2$d { next { ... on T%2$d { a%1$d: next { id } } } }")
                                + " } }"));
    }

    /** @param text {@code %1$d} is the number, {@code %2$d} one below {@link #TYPES} */
    private static String repeated(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.formatted(i, i % TYPES))
                .collect(Collectors.joining(" "));
    }

    /** An interface of many entities, each with one field elsewhere. */
    private static String manyTypes() {
        return "type Query @join__type(graph: A) @join__type(graph: B) { any: Any @join__field(graph: A) }\n"
                + "interface Any @join__type(graph: A) { id: ID! }\n"
                + IntStream.range(0, TYPES).mapToObj(i -> """
                                type T%d implements Any @join__implements(graph: A, interface: "Any") @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                                  id: ID!
                                  next: Any @join__field(graph: A)
                                  own: Int @join__field(graph: B)
                                }
                                """.formatted(i)).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wideOperations")
    void wideOperationsEndSoon(String name, String types, String operation) {
        Plans plans = Plans.over("a b c d", types, PlannerLimits.defaults());
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertThat(plans.outcome(operation))
                .as(name)
                .matches("(?s)QueryPlan .*|PLANNING_BUDGET_EXCEEDED"));
    }

    /** An interface of a hundred entities in three subgraphs, one of which resolves everything. */
    private static String hundredBlocks() {
        return """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { page: [Block!]! @join__field(graph: A) }
                interface Block @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { id: ID! children: [Block!]! @join__field(graph: A) }
                """ + IntStream.range(0, 100).mapToObj("""
                        type T%1$d implements Block
                          @join__implements(graph: A, interface: "Block") @join__implements(graph: B, interface: "Block") @join__implements(graph: C, interface: "Block")
                          @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id")
                        { id: ID! own%1$d: Int @join__field(graph: A) children: [Block!]! @join__field(graph: A) }
                        """::formatted).collect(Collectors.joining("\n"));
    }

    private static final String FRAGMENTS = "{ page { __typename id "
            + repeated(40, "... on T%1$d { own%1$d children { id children { ...Leaf } } }")
            + " } } fragment Leaf on Block { id "
            + repeated(40, "... on T%1$d { own%1$d }")
            + " }";

    @Test
    void queryTreeOfAWideInterfaceUsesNoBudget() {
        Plans plans = Plans.over("a b c", hundredBlocks(), steps(7_000));
        assertThat(plans.plan(FRAGMENTS).split("Fetch\\(")).as("one fetch").hasSize(2);
    }

    @Test
    void queryTreeHasItsOwnLimit() {
        Plans plans = Plans.over("a b c", hundredBlocks(), new PlannerLimits(400_000, 1_000, Duration.ofMinutes(10)));
        assertThat(plans.failure(FRAGMENTS).code()).isEqualTo(PlanningException.Code.OPERATION_LIMIT_EXCEEDED);
    }

    @Test
    void fetchesThatCannotBeBatchedUseBudget() {
        Plans plans = Plans.over("a b c d", REQUIRING, steps(40_000));
        assertThat(plans.outcome("{ node { " + repeated(300, "r%1$d: toB { id } s%1$d: toC { id }") + " } }"))
                .isEqualTo("PLANNING_BUDGET_EXCEEDED");
    }

    @Test
    void plansTheDeepestAllowedOperation() {
        Plans plans = Plans.over("a b", ALTERNATING, PlannerLimits.defaults());
        assertThat(plans.plan("{ user { " + nested(97, "friend", "rival") + " } }"))
                .contains("Flatten");
    }

    @Test
    void stackOverflowIsAClearError() {
        Plans plans = Plans.over("a b", ALTERNATING, PlannerLimits.defaults());
        PlanningException failure = plans.failureOnStack(200_000, "{ user { " + nested(97, "friend", "rival") + " } }");
        assertThat(failure.code()).isEqualTo(PlanningException.Code.PLANNING_BUDGET_EXCEEDED);
    }
}
