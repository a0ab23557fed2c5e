package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.federation.subgraphs.Json;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fragments keep subgraph requests as short as the client's operation. */
final class RequestSizeTests {

    private static final int TYPES = 100;

    /** The blocks of a page: a hundred types that all implement forty small interfaces, and half of them a further one. */
    private static String types(String graph, IntFunction<String> implementing, String join) {
        String mixins = repeated(40, "interface Has%1$d " + graph + " { h%1$d: String }");
        return "type Query " + graph + " { page(size: Int): [Block!]! }\n"
                + "interface Block " + graph + " { id: ID! title: String children(first: Int): [Block!]! }\n"
                + "interface Half " + graph + " { longNameOfAField: String another: Half third: [Half!] fourth: Int }\n"
                + mixins
                + IntStream.range(0, TYPES)
                        .mapToObj(i -> "\ntype T" + i + " implements Block" + (i % 2 == 0 ? " & Half" : "")
                                + repeated(40, " & Has%1$d") + " " + graph + implementing.apply(i)
                                + " { id: ID! title: String own" + i + ": Int children(first: Int): [Block!]! "
                                + (i % 2 == 0
                                        ? "longNameOfAField: String another: Half third: [Half!] fourth: Int "
                                        : "")
                                + repeated(40, "h%1$d: String") + " }" + join)
                        .collect(Collectors.joining());
    }

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
            { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "http://a") }
            """ + types("@join__type(graph: A)", RequestSizeTests::implementing, "");

    private static final GraphQLSchema SUBGRAPH =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(types("", i -> "", "")));

    private static String implementing(int type) {
        String implemented = " @join__implements(graph: A, interface: \"%s\")";
        return implemented.formatted("Block")
                + (type % 2 == 0 ? implemented.formatted("Half") : "")
                + repeated(40, implemented.formatted("Has%1$d"));
    }

    /** @param text {@code %1$d} is the number */
    private static String repeated(int count, String text) {
        return IntStream.range(0, count).mapToObj(i -> text.formatted(i)).collect(Collectors.joining(" ", " ", " "));
    }

    private final List<String> requests = new ArrayList<>();

    private String execute(String query, Map<String, @Nullable Object> variables) {
        return FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .transport(request -> {
                    String body = StandardCharsets.UTF_8.decode(request.body()).toString();
                    requests.add(String.valueOf(Json.fields(Json.read(body)).get("query")));
                    return CompletableFuture.completedFuture(
                            ScriptedTransport.response(200, "{\"data\":{\"page\":[]}}"));
                })
                .build()
                .execute(GraphQLRequest.of(query, variables), RequestContext.anonymous())
                .join()
                .bodyAsString();
    }

    /** The one request to the subgraph, which is valid there and not too large. */
    private String sent(String query, Map<String, @Nullable Object> variables) {
        assertThat(execute(query, variables)).isEqualTo("{\"data\":{\"page\":[]}}");
        assertThat(requests).hasSize(1);
        Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(requests.getFirst())
                .parserOptions(
                        ParserOptions.newParserOptions().maxTokens(15_000).build())
                .build());
        assertThat(new Validator().validateDocument(SUBGRAPH, document, Locale.ENGLISH))
                .isEmpty();
        return requests.getFirst();
    }

    @Test
    void equalSelectionsAreWrittenOnce() {
        String query = "query($n: Int) { page { id" + repeated(30, "... on T%1$d { children(first: $n) { ...F } }")
                + "} } fragment F on Block { id x: title"
                + repeated(30, "... on T%1$d { own%1$d children(first: 2) { id } }")
                + "}";
        assertThat(sent(query, Map.of("n", 1)))
                .startsWith("query($n:Int")
                .contains("children(first: $n){...f0}", " fragment f0 on Block{")
                .hasSizeLessThan(2 * query.length());
    }

    @Test
    void fragmentsOnInterfacesAreNotRepeatedForEachType() {
        String query = "{ page { ...M children { ...M } } } fragment M on Block { id"
                + repeated(40, "... on Has%1$d { h%1$d }") + "}";
        assertThat(sent(query, Map.of())).contains("...on Has0{h0}").hasSizeLessThan(2 * query.length());
    }

    @Test
    void commonSelectionsOfSomeTypesBecomeAFragment() {
        String query = "{ page { __typename"
                + IntStream.range(0, 20)
                        .mapToObj(i -> " ... on T" + 2 * i + " { ...H own" + 2 * i + " }")
                        .collect(Collectors.joining())
                + " } } fragment H on Half { longNameOfAField fourth another { fourth longNameOfAField } third { longNameOfAField } }";
        assertThat(sent(query, Map.of()))
                .contains("...on T0{...f0 own0}", " fragment f0 on Half{longNameOfAField")
                .hasSizeLessThan(query.length());
    }

    @Test
    void combinationOfAllStaysShort() {
        String query = "{ page { ...M children { ...M } } } fragment M on Block { id"
                + repeated(40, "... on Has%1$d { h%1$d }")
                + repeated(40, "... on T%1$d { own%1$d children { id } }") + "}";
        assertThat(sent(query, Map.of())).hasSizeLessThan(10 * query.length());
    }

    @Test
    void selectionThatOccursOnceIsWrittenInline() {
        assertThat(sent("{ page { id children { id ... on T1 { own1 } } } }", Map.of()))
                .isEqualTo("{page{id children{id __typename ...on T1{own1}}}}");
    }

    @Test
    void requestThatIsStillTooLargeIsNotSent() {
        String response = FederationEngine.builder()
                .supergraph(SUPERGRAPH)
                .limits(new Limits(1_000_000, 100_000, 30, 50_000, 50_000, 60))
                .transport(request -> {
                    throw new AssertionError("nothing is sent");
                })
                .build()
                .execute(
                        GraphQLRequest.of("{ page {"
                                + IntStream.range(0, 50)
                                        .mapToObj(i -> "... on T" + i + " { children {"
                                                + IntStream.range(0, 90)
                                                        .mapToObj(j ->
                                                                " aLongAliasWithoutAnyMeaningThatIsWrittenOutOnceMore_"
                                                                        + i + "_" + j + ": title")
                                                        .collect(Collectors.joining())
                                                + " } }")
                                        .collect(Collectors.joining())
                                + "} }"),
                        RequestContext.anonymous())
                .join()
                .bodyAsString();
        assertThat(response).contains("OPERATION_LIMIT_EXCEEDED", "needs a subgraph request of", "\"data\":null");
    }
}
