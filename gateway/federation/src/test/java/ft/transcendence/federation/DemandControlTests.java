package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.cost.CostEstimator;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import ft.transcendence.federation.variables.VariableValues;
import graphql.parser.Parser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DemandControlTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", {name: "@listSize", as: "@size"}])
            { query: Query mutation: Mutation }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Mutation @join__type(graph: A) { rename: Book }
            type Query @join__type(graph: A) {
              number: Int
              dear: Int @cost(weight: 5)
              book: Book
              books: [Book]
              ten: [Book] @size(assumedSize: 10, requireOneSlicingArgument: false)
              page(first: Int = 3, last: Int): [Book] @size(slicingArguments: ["first", "last"], assumedSize: 50, requireOneSlicingArgument: false)
              lax(first: Int): [Book] @size(slicingArguments: ["first"], assumedSize: 50, requireOneSlicingArgument: false)
              strict(first: Int, last: Int): [Book] @size(slicingArguments: ["first", "last"], assumedSize: 50)
              assumed(first: Int = 3, last: Int): [Book] @size(slicingArguments: ["first", "last"])
              window(first: Int): Window @size(slicingArguments: ["first"], sizedFields: ["page { nodes }", "others"])
              search(where: Where, all: [Where!]): Book
              connection(first: Int): Connection @size(slicingArguments: ["first"], sizedFields: ["nodes"])
              found(near: Int @cost(weight: 4)): [Found] @size(assumedSize: 2)
              numbers: [Int] @size(assumedSize: 100)
              paged(input: Paging): [Book] @size(slicingArguments: ["input.page.first"], assumedSize: 50, requireOneSlicingArgument: false)
              onePaged(input: Paging): [Book] @size(slicingArguments: ["input.page.first", "input.page.last"])
              byIds(ids: [ID!], more: [ID!] = ["a", "b"]): [Book] @size(slicingArguments: ["ids", "more"], requireOneSlicingArgument: false)
              shelf: Shelf
            }
            type Connection @join__type(graph: A) { nodes: [Book] others: [Book] total: Int }
            type Window @join__type(graph: A) { page: Connection others: [Book] nodes: [Book] }
            input Where @join__type(graph: A) { title: String @cost(weight: 3) level: Level near: Where @cost(weight: 2) }
            input Paging @join__type(graph: A) { page: Page }
            input Page @join__type(graph: A) { first: Int = 7 last: Int }
            type Shelf @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              books: [Book] @join__field(graph: A) @join__field(graph: B, external: true) @size(assumedSize: 6)
              length: Int @join__field(graph: B, requires: "books { author { name } }")
            }
            type Book @join__type(graph: A) @join__type(graph: B) { title: String author: Author level: Level }
            type Author @join__type(graph: A) @join__type(graph: B) @cost(weight: 7) { name: String }
            type Film @join__type(graph: A) { title: String dear: Int @cost(weight: 9) }
            union Found @join__type(graph: A) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film") = Book | Film
            enum Level @join__type(graph: A) @join__type(graph: B) @cost(weight: 2) { LOW }
            """;

    private static String execute(long maxCost, String query, Map<String, @Nullable Object> variables) {
        return execute(new CostLimit(maxCost, 4), query, variables);
    }

    private static String execute(CostLimit limit, String query, Map<String, @Nullable Object> variables) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(
                        request -> CompletableFuture.completedFuture(ScriptedTransport.response(200, "{\"data\":{}}")))
                .costLimit(limit)
                .build()
                .execute(GraphQLRequest.of(query, variables), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    /** Asserts that the operation is allowed with this limit, and refused with a lower one. */
    private static void costs(long cost, String query) {
        costs(cost, query, Map.of());
    }

    private static void costs(long cost, String query, Map<String, @Nullable Object> variables) {
        assertThat(execute(cost, query, variables)).as("limit of " + cost).startsWith("{\"data\":{");
        if (cost > 1) {
            assertThat(execute(cost - 1, query, variables))
                    .isEqualTo("{\"errors\":[{\"message\":\"The operation is estimated to cost " + cost
                            + "; the limit is " + (cost - 1)
                            + ".\",\"extensions\":{\"code\":\"COST_ESTIMATED_TOO_EXPENSIVE\",\"estimatedCost\":" + cost
                            + ",\"maximumCost\":" + (cost - 1) + "}}]}");
        }
    }

    @Test
    void refusesNothingThatIsOnlyMeasured() {
        CostLimit measured = new CostLimit(1, 4, CostLimit.Mode.MEASURE);
        assertThat(execute(measured, "{ ten { author { name } } }", Map.of())).startsWith("{\"data\":{");
        assertThat(execute(measured, "{ strict { title } }", Map.of())).startsWith("{\"data\":{");
    }

    @Test
    void objectsCostOneAndScalarsNothingByDefault() {
        costs(1, "{ number __typename book { title } }");
        costs(5, "{ number dear }");
        costs(8, "{ book { author { name } } }");
        costs(3, "{ book { level } }");
        costs(11, "mutation { rename { title } }");
    }

    @Test
    void listCostsItsAssumedSize() {
        costs(4, "{ books { title } }");
        costs(10, "{ ten { title } }");
        costs(80, "{ ten { author { name } } }");
        costs(1, "{ numbers book { title } }");
    }

    @Test
    void slicingArgumentsGiveTheSizeOfAList() {
        costs(3, "{ page { title } }");
        costs(20, "{ page(first: 20) { title } }");
        costs(30, "{ page(first: 20, last: 30) { title } }");
        costs(50, "{ lax { title } }");
        costs(50, "{ lax(first: null) { title } }");
    }

    @Test
    void slicingArgumentsMayBeVariables() {
        String query = "query($n: Int) { page(first: $n) { title } }";
        costs(7, query, Map.of("n", 7));
        costs(3, query);
        costs(6, "query($n: Int = 6) { lax(first: $n) { title } }");
        costs(50, "query($n: Int) { lax(first: $n) { title } }");
    }

    @Test
    void slicingArgumentsApplyToSizedFields() {
        costs(11, "{ connection(first: 10) { total nodes { title } } }");
        costs(15, "query($n: Int) { connection(first: $n) { nodes { title } others { title } } }", Map.of("n", 10));
    }

    @Test
    void mostExpensiveTypeCountsAndArgumentsHaveTheirOwnWeight() {
        costs(20, "{ found { ... on Book { author { name } } ... on Film { dear } } }");
        costs(6, "{ found(near: 1) { ... on Book { title } ... on Film { title } } }");
    }

    private static void isUnknown(String query, Map<String, @Nullable Object> variables) {
        assertThat(execute(1_000, query, variables))
                .startsWith("{\"errors\":[{\"message\":\"The field \\\"")
                .contains("requires exactly one slicing argument")
                .endsWith("\"extensions\":{\"code\":\"COST_SLICING_ARGUMENTS\"}}]}");
    }

    @Test
    void requiresExactlyOneSlicingArgumentIfTheSchemaDoes() {
        costs(7, "{ strict(first: 7) { title } }");
        costs(7, "{ strict(first: 7, last: null) { title } }");
        isUnknown("{ strict { title } }", Map.of());
        isUnknown("{ strict(last: null) { title } }", Map.of());
        isUnknown("{ book { title } strict(first: 7, last: 7) { title } }", Map.of());
        String query = "query($n: Int, $m: Int) { strict(first: $n, last: $m) { title } }";
        costs(5, query, Map.of("m", 5));
        isUnknown(query, Map.of());
        isUnknown(query, Map.of("n", 1, "m", 5));
        costs(3, "{ assumed { title } }");
        isUnknown("{ assumed(first: 1, last: 2) { title } }", Map.of());
    }

    @Test
    void sizedFieldsCanBeNested() {
        costs(12, "{ window(first: 10) { page { nodes { title } } } }");
        costs(11, "{ window(first: 10) { others { title } } }");
        costs(5, "{ window(first: 10) { nodes { title } } }");
        costs(6, "{ window(first: 10) { page { others { title } } } }");
    }

    @Test
    void fieldsOfInputObjectsHaveTheirOwnWeight() {
        costs(2, "{ search(where: { level: LOW }) { title } }");
        costs(11, "{ search(where: { title: \"a\", near: { title: \"b\" } }) { title } }");
        costs(9, "{ search(all: [{ title: \"a\" }, { title: \"b\" }]) { title } }");
        String query =
                "query($where: Where, $title: String) { search(where: $where, all: [{ title: $title }]) { title } }";
        costs(5, query);
        costs(12, query, Map.of("where", Map.of("title", "a", "near", Map.of("level", "LOW"))));
    }

    @Test
    void slicingArgumentsCanBeInInputObjects() {
        // the input objects count 2
        costs(22, "{ paged(input: { page: { first: 20 } }) { title } }");
        costs(9, "{ paged(input: { page: {} }) { title } }");
        costs(51, "{ paged(input: {}) { title } }");
        costs(50, "{ paged { title } }");
        String input = "query($input: Paging) { paged(input: $input) { title } }";
        costs(22, input, Map.of("input", Map.of("page", Map.of("first", 20))));
        costs(9, input, Map.of("input", Map.of("page", Map.of())));
        costs(50, input);
        costs(13, "query($n: Int) { paged(input: { page: { first: $n } }) { title } }", Map.of("n", 11));
        costs(
                14,
                "query($page: Page) { paged(input: { page: $page }) { title } }",
                Map.of("page", Map.of("first", 12)));
    }

    @Test
    void exactlyOneSlicingArgumentCanBeInInputObjects() {
        String input = "query($input: Paging) { onePaged(input: $input) { title } }";
        costs(6, input, Map.of("input", Map.of("page", Map.of("first", 4))));
        isUnknown(input, Map.of("input", Map.of("page", Map.of("first", 3, "last", 4))));
        isUnknown("{ onePaged { title } }", Map.of());
    }

    @Test
    void slicingArgumentThatIsAListCountsItsItems() {
        costs(3, "{ byIds(ids: [\"a\", \"b\", \"c\"]) { title } }");
        costs(2, "{ byIds(ids: [\"a\"]) { title } }");
        costs(2, "{ byIds { title } }");
        costs(4, "query($ids: [ID!]) { byIds(ids: $ids) { title } }", Map.of("ids", List.of("a", "b", "c", "d")));
        costs(3, "query($id: ID!) { byIds(ids: [$id, \"b\", \"c\"]) { title } }", Map.of("id", "a"));
    }

    @Test
    void requirementsCountWithTheirField() {
        // the shelf, and six books with their authors, who count 7
        costs(1 + 6 * (1 + 7), "{ shelf { length } }");
        costs(1, "{ shelf { id } }");
    }

    @Test
    void nestedAlternativesAreEvaluatedOnce() {
        String supergraph = """
                schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
                  @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"])
                { query: Query }
                enum join__Graph { A @join__graph(name: "a", url: "") }
                type Query @join__type(graph: A) { node: Node }
                interface Node @join__type(graph: A) { next(first: Int): Node }
                type One implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A) { next(first: Int): Node @cost(weight: 1) }
                type Two implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A) { next(first: Int): Node @cost(weight: 2) }
                type Three implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A) { next(first: Int): Node @cost(weight: 3) }
                """;
        Supergraph parsed = SupergraphReader.read(supergraph);
        String query = "query($n: Int) { node { " + "next(first: $n) { ".repeat(40) + "__typename" + " }".repeat(42);
        double cost = new CostEstimator(parsed, 4)
                .estimate(new OperationNormalizer(parsed.consumerSchema(), OperationLimits.defaults())
                        .normalize(Parser.parse(query), null, name -> false))
                .of(VariableValues.none());
        assertThat(cost).isEqualTo(1 + 40 * 3);
    }

    @Test
    void refusesNothingWithoutALimit() {
        assertThat(FederationEngine.builder()
                        .supergraph(SUPERGRAPH)
                        .transport(request ->
                                CompletableFuture.completedFuture(ScriptedTransport.response(200, "{\"data\":{}}")))
                        .build()
                        .execute(
                                GraphQLRequest.of("{ page(first: 2000000000) { author { name } } }"),
                                RequestContext.anonymous())
                        .join()
                        .bodyAsString())
                .startsWith("{\"data\":{");
    }
}
