package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DemandControlTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", {name: "@listSize", as: "@size"}])
            { query: Query mutation: Mutation }
            enum join__Graph { A @join__graph(name: "a", url: "") }
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
            }
            type Connection @join__type(graph: A) { nodes: [Book] others: [Book] total: Int }
            type Window @join__type(graph: A) { page: Connection others: [Book] nodes: [Book] }
            input Where @join__type(graph: A) { title: String @cost(weight: 3) level: Level near: Where @cost(weight: 2) }
            type Book @join__type(graph: A) { title: String author: Author level: Level }
            type Author @join__type(graph: A) @cost(weight: 7) { name: String }
            type Film @join__type(graph: A) { title: String dear: Int @cost(weight: 9) }
            union Found @join__type(graph: A) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film") = Book | Film
            enum Level @join__type(graph: A) @cost(weight: 2) { LOW }
            """;

    private static String ask(long maxCost, String query, Map<String, @Nullable Object> variables) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(
                        request -> CompletableFuture.completedFuture(ScriptedTransport.response(200, "{\"data\":{}}")))
                .costLimit(new CostLimit(maxCost, 4))
                .build()
                .execute(GraphQLRequest.of(query, variables), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    /** The operation is allowed at this cost, and refused below it. */
    private static void costs(long cost, String query) {
        costs(cost, query, Map.of());
    }

    private static void costs(long cost, String query, Map<String, @Nullable Object> variables) {
        assertThat(ask(cost, query, variables)).as("limit of " + cost).startsWith("{\"data\":{");
        if (cost > 1) {
            assertThat(ask(cost - 1, query, variables))
                    .isEqualTo("{\"errors\":[{\"message\":\"The operation is estimated to cost " + cost
                            + "; the limit is " + (cost - 1)
                            + ".\",\"extensions\":{\"code\":\"COST_ESTIMATED_TOO_EXPENSIVE\"}}]}");
        }
    }

    @Test
    void objectsCountOneAndScalarsNothingUnlessAWeightSaysMore() {
        costs(1, "{ number __typename book { title } }");
        costs(5, "{ number dear }");
        costs(8, "{ book { author { name } } }");
        costs(3, "{ book { level } }");
        costs(11, "mutation { rename { title } }");
    }

    @Test
    void aListCountsAsOftenAsItIsAssumedToHaveItems() {
        costs(4, "{ books { title } }");
        costs(10, "{ ten { title } }");
        costs(80, "{ ten { author { name } } }");
        costs(1, "{ numbers book { title } }");
    }

    @Test
    void slicingArgumentsSayHowLongAListIs() {
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
    void aConnectionSaysHowLongTheListsInItAre() {
        costs(11, "{ connection(first: 10) { total nodes { title } } }");
        costs(15, "query($n: Int) { connection(first: $n) { nodes { title } others { title } } }", Map.of("n", 10));
    }

    @Test
    void ofSeveralTypesTheDearestCountsAndArgumentsHaveTheirOwnWeight() {
        costs(20, "{ found { ... on Book { author { name } } ... on Film { dear } } }");
        costs(6, "{ found(near: 1) { ... on Book { title } ... on Film { title } } }");
    }

    private static void isUnknown(String query, Map<String, @Nullable Object> variables) {
        assertThat(ask(1_000, query, variables))
                .startsWith("{\"errors\":[{\"message\":\"\\\"")
                .contains("takes exactly one slicing argument")
                .endsWith("\"extensions\":{\"code\":\"COST_SLICING_ARGUMENTS\"}}]}");
    }

    @Test
    void exactlyOneSlicingArgumentIsGivenWhereTheSchemaSaysSo() {
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
    void sizedFieldsMayLieDeeper() {
        costs(12, "{ window(first: 10) { page { nodes { title } } } }");
        costs(11, "{ window(first: 10) { others { title } } }");
        costs(5, "{ window(first: 10) { nodes { title } } }");
        costs(6, "{ window(first: 10) { page { others { title } } } }");
    }

    @Test
    void fieldsOfInputObjectsHaveTheirOwnWeight() {
        costs(1, "{ search(where: { level: LOW }) { title } }");
        costs(9, "{ search(where: { title: \"a\", near: { title: \"b\" } }) { title } }");
        costs(7, "{ search(all: [{ title: \"a\" }, { title: \"b\" }]) { title } }");
        String query =
                "query($where: Where, $title: String) { search(where: $where, all: [{ title: $title }]) { title } }";
        costs(4, query);
        costs(9, query, Map.of("where", Map.of("title", "a", "near", Map.of("level", "LOW"))));
    }

    @Test
    void withoutALimitNothingIsRefused() {
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
