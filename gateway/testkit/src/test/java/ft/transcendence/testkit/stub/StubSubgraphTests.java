package ft.transcendence.testkit.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ft.transcendence.testkit.FederatedGraph;
import ft.transcendence.testkit.FederatedResponse;
import ft.transcendence.testkit.People;
import ft.transcendence.testkit.subgraph.SubgraphExecutor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StubSubgraphTests {

    private static final String MATCHES = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@tag"])

            "When something happened."
            scalar Instant @specifiedBy(url: "https://example.org/instant")
            enum Mode { DUEL @tag(name: "public") TEAM @deprecated(reason: "nobody plays it") }
            input MatchFilter { mode: Mode = DUEL scores: [Int!] }
            interface Named { name: String! }
            type Duel implements Named { name: String! id: ID! }
            type Cup implements Named @shareable { name: String! size: Int! }
            union Event = Cup | Duel

            type Query {
              leaderboard: [User!]!
              match(id: ID!): Match
              matches(filter: MatchFilter): [Match]
              events: [Event!]!
              named: Named!
              grid: [[Int!]!]!
            }
            type Match { id: ID! mode: Mode! score: Float endedAt: Instant rated: Boolean! players: [User!]! note: String }
            type User @key(fields: "id") { id: ID! wins: Int! motto: String team: Team }
            type Team @key(fields: "name city { zip }") { name: String! city: City! members: Int! }
            type City { zip: String! }
            """;

    private final StubSubgraph stub = StubSubgraph.of(MATCHES);

    @Test
    void generatesValuesThatTellObjectsApart() {
        assertThat(data(stub, "{ leaderboard { id wins motto team { name } } }"))
                .isEqualTo("""
                {"leaderboard":[{"id":"1","wins":1,"motto":"motto 1","team":{"name":"name 1"}},\
                {"id":"2","wins":2,"motto":"motto 2","team":{"name":"name 2"}}]}""");
        assertThat(data(stub, "{ match(id: 7) { id mode score endedAt rated players { id wins } } }"))
                .isEqualTo("""
                {"match":{"id":"1","mode":"DUEL","score":1.5,"endedAt":"endedAt 1","rated":true,\
                "players":[{"id":"1-1","wins":1},{"id":"1-2","wins":2}]}}""");
        assertThat(data(stub, "{ grid }")).isEqualTo("{\"grid\":[[1,2],[1,2]]}");
    }

    @Test
    void generatesListsOfTheWantedSize() {
        assertThat(data(stub.listSize(3), "{ leaderboard { id } }"))
                .isEqualTo("{\"leaderboard\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"}]}");
        assertThat(data(stub.listSize(0), "{ leaderboard { id } }")).isEqualTo("{\"leaderboard\":[]}");
    }

    @Test
    void generatesTheFirstTypeOfInterfacesAndUnions() {
        assertThat(data(stub.listSize(1), "{ events { __typename ... on Cup { size } } named { __typename name } }"))
                .isEqualTo("""
                        {"events":[{"__typename":"Cup","size":1}],"named":{"__typename":"Duel","name":"name 1"}}""");
    }

    @Test
    void answersFields() {
        StubSubgraph answering = stub.answer(
                        "Query.leaderboard", List.of(Map.of("id", "7", "motto", "Never stop"), Map.of("id", "8")))
                .answer("Query.events", List.of(Map.of("__typename", "Duel", "id", "d"), Map.of("__typename", "Cup")))
                .answer("Match.note", null)
                .answer("Cup.size", 16);

        assertThat(data(answering, "{ leaderboard { id motto } events { ... on Duel { id } ... on Cup { size } } }"))
                .isEqualTo("""
                        {"leaderboard":[{"id":"7","motto":"Never stop"},{"id":"8","motto":"motto 8"}],\
                        "events":[{"id":"d"},{"size":16}]}""");
        assertThat(data(answering, "{ match(id: 1) { note } }")).isEqualTo("{\"match\":{\"note\":null}}");
        assertThat(data(stub, "{ match(id: 1) { note } }"))
                .as("the stub that it was made of")
                .isEqualTo("{\"match\":{\"note\":\"note 1\"}}");
    }

    @Test
    void answersDependOnArguments() {
        StubSubgraph answering = stub.answer(
                "Query.match",
                arguments -> "1".equals(arguments.get("id")) ? Map.of("id", "1", "note", "the first") : null);
        FederatedGraph graph = graph(answering);

        assertThat(graph.execute("query($id: ID!) { match(id: $id) { note } }", Map.of("id", "1")))
                .hasData("{\"match\": {\"note\": \"the first\"}}");
        assertThat(graph.execute("{ match(id: 2) { note } }")).hasData("{\"match\": null}");
    }

    @Test
    void answersWithErrors() {
        FederatedResponse response = graph(stub.answer("Query.match", arguments -> {
                    throw new IllegalStateException("no such table");
                }))
                .execute("{ match(id: 1) { id } }");

        assertThat(response.data()).containsEntry("match", null);
        assertThat(String.valueOf(response.errors().getFirst().get("message"))).contains("no such table");
    }

    @Test
    void resolvesEveryEntityIfNoneIsGiven() {
        FederatedGraph graph = FederatedGraph.builder()
                .subgraph("users", People.users())
                .stub("matches", userStub())
                .build();

        assertThat(graph.execute("{ users(first: 3) { name wins } }"))
                .hasNoErrors()
                .hasEntityBatch("matches", 3)
                .hasData("""
                        {"users": [{"name": "user 1", "wins": 1}, {"name": "user 2", "wins": 2},
                                   {"name": "user 3", "wins": 3}]}""");
    }

    @Test
    void resolvesTheGivenEntities() {
        StubSubgraph known = userStub()
                .entity("User", Map.of("id", "1", "wins", 41))
                .entity("User", Map.of("id", UUID.fromString("00000000-0000-4000-8000-000000000001"), "wins", 42));
        FederatedGraph graph = FederatedGraph.builder()
                .subgraph("users", People.users())
                .stub("matches", known)
                .build();

        assertThat(graph.execute("{ users(first: 2) { wins motto } }"))
                .as("others do not exist")
                .hasNoErrors()
                .hasData("{\"users\": [{\"wins\": 41, \"motto\": \"motto 1\"}, {\"wins\": null, \"motto\": null}]}");
        assertThat(entities(known, Map.of("__typename", "User", "id", "00000000-0000-4000-8000-000000000001")))
                .as("a UUID is text in a representation")
                .isEqualTo("{\"_entities\":[{\"wins\":42}]}");
    }

    @Test
    void compareAllKeyFieldsOfAnEntity() {
        StubSubgraph known = stub.entity("Team", Map.of("name", "Reds", "city", Map.of("zip", "75017"), "members", 3));

        assertThat(teams(known, "Reds", "75017")).isEqualTo("{\"_entities\":[{\"members\":3}]}");
        assertThat(teams(known, "Reds", "10115")).isEqualTo("{\"_entities\":[null]}");
        assertThat(teams(known, "Blues", "75017")).isEqualTo("{\"_entities\":[null]}");
    }

    @Test
    void keepsWhatTheRepresentationSays() {
        assertThat(entities(stub, Map.of("__typename", "User", "id", "4711", "motto", "from elsewhere")))
                .isEqualTo("{\"_entities\":[{\"wins\":4711}]}");
        assertThat(StubSubgraphCalls.json(
                        stub,
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on User { motto } } }",
                        Map.of("r", List.of(Map.of("__typename", "User", "id", "4711", "motto", "from elsewhere")))))
                .contains("{\"motto\":\"from elsewhere\"}");
    }

    @Test
    void resolvesEntitiesOfAnInterface() {
        String films = """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
                type Query { films: [Film] }
                interface Media @key(fields: "id") { id: ID! title: String }
                type Film implements Media @key(fields: "id") { id: ID! title: String }
                type Song implements Media @key(fields: "id") { id: ID! title: String }
                """;
        String reviews = """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@interfaceObject"])
                type Query { reviewed: [Media] }
                type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }
                """;
        FederatedGraph graph = FederatedGraph.builder()
                .stub(
                        "films",
                        StubSubgraph.of(films)
                                .entity("Film", Map.of("id", "1", "title", "One"))
                                .entity("Song", Map.of("id", "2", "title", "Two")))
                .stub("reviews", reviews)
                .build();

        assertThat(graph.execute("{ reviewed { __typename title stars } films { stars } }"))
                .hasNoErrors()
                .hasData("""
                        {"reviewed": [{"__typename": "Film", "title": "One", "stars": 1},
                                      {"__typename": "Song", "title": "Two", "stars": 2}],
                         "films": [{"stars": 1}, {"stars": 2}]}""");
    }

    @Test
    void acceptsEveryValueOfACustomScalar() {
        String sdl = "scalar Anything type Query { echo(value: Anything): Anything }";
        StubSubgraph echo = StubSubgraph.of(sdl).answer("Query.echo", arguments -> arguments.get("value"));

        assertThat(data(echo, "{ echo(value: {a: [1, 2.5, true, X, \"s\"]}) }"))
                .isEqualTo("{\"echo\":{\"a\":[1,2.5,true,\"X\",\"s\"]}}");
        Map<String, @Nullable Object> value = new HashMap<>();
        value.put("nothing", null);
        assertThat(graph(echo)
                        .execute("query($v: Anything) { echo(value: $v) }", Map.of("v", Arrays.asList(value)))
                        .json())
                .isEqualTo("{\"data\":{\"echo\":[{\"nothing\":null}]}}");
    }

    @Test
    void readsFederation1() {
        String reviews = """
                extend type Query { top: Review }
                type Review @key(fields: "id") { id: ID! author: User! }
                extend type User @key(fields: "id") { id: ID! @external reviews: [Review!]! }
                """;
        String users = "type Query { me: User } type User @key(fields: \"id\") { id: ID! name: String! }";
        FederatedGraph graph = FederatedGraph.builder()
                .stub("reviews", reviews)
                .stub("users", users)
                .build();

        assertThat(graph.execute("{ top { author { name reviews { id } } } me { reviews { id } } }"))
                .hasNoErrors()
                .hasData("""
                        {"top": {"author": {"name": "name 1", "reviews": [{"id": "1-1"}, {"id": "1-2"}]}},
                         "me": {"reviews": [{"id": "1-1"}, {"id": "1-2"}]}}""");
    }

    @Test
    void readsRenamedRootTypesAndDirectives() {
        String sdl = """
                schema
                  @link(url: "https://specs.apollo.dev/link/v1.0")
                  @link(url: "https://specs.apollo.dev/federation/v2.3", import: [{name: "@key", as: "@identity"}]) {
                  query: Root
                }
                directive @link(url: String!, as: String, import: [link__Import]) repeatable on SCHEMA
                scalar link__Import
                type Root { thing: Thing }
                type Thing @identity(fields: "id") { id: ID! }
                """;
        String prefixed = """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", as: "fed")
                type Query { thing: Thing }
                type Thing @fed__key(fields: "id") { id: ID! }
                """;

        for (StubSubgraph renamed : List.of(StubSubgraph.of(sdl), StubSubgraph.of(prefixed))) {
            assertThat(data(renamed.entity("Thing", Map.of("id", "1")), "{ thing { id } }"))
                    .isEqualTo("{\"thing\":{\"id\":\"1\"}}");
        }
    }

    @Test
    void ignoresWhatServersAddForFederation() {
        String exported = """
                directive @key(fields: _FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
                scalar _FieldSet
                scalar _Any
                union _Entity = User
                type _Service { sdl: String! }
                type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! me: User }
                type User @key(fields: "id") { id: ID! }
                """;

        assertThat(StubSubgraphCalls.json(StubSubgraph.of(exported), "{ me { id } _service { __typename } }", Map.of()))
                .isEqualTo("{\"data\":{\"me\":{\"id\":\"1\"},\"_service\":{\"__typename\":\"_Service\"}}}");
    }

    @Test
    void answersSubscriptions() {
        StubSubgraph news =
                StubSubgraph.of("type Query { top: News } type Subscription { news: News } type News { text: String }");

        assertThat(events(news)).containsExactly("{\"data\":{\"news\":{\"text\":\"text 1\"}}}");
        assertThat(events(news.answer("Subscription.news", List.of(Map.of("text", "one"), Map.of("text", "two")))))
                .containsExactly(
                        "{\"data\":{\"news\":{\"text\":\"one\"}}}", "{\"data\":{\"news\":{\"text\":\"two\"}}}");
        assertThat(events(news.answer("Subscription.news", new StubEvents(List.of(Map.of("text", "published"))))))
                .containsExactly("{\"data\":{\"news\":{\"text\":\"published\"}}}");
        assertThat(events(news.answer("Subscription.news", null))).isEmpty();
    }

    @Test
    void answersForItsSchema() {
        FederatedGraph graph = FederatedGraph.builder()
                .subgraph("matches", (SubgraphExecutor) stub)
                .build();

        assertThat(graph.execute("{ leaderboard { id } }")).hasNoErrors();
    }

    @Test
    void refusesWhatTheSchemaDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stub.answer("Query.leaderbord", List.of()))
                .withMessage("The schema of the stub has no field Query.leaderbord");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stub.entity("User", Map.of("id", "1", "losses", 1)))
                .withMessage("The schema of the stub has no field User.losses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stub.entity("Match", Map.of("id", "1")))
                .withMessage("The schema of the stub has no entity type Match, but [User, Team]");
    }

    private static StubSubgraph userStub() {
        return StubSubgraph.of("""
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
                type User @key(fields: "id") { id: ID! wins: Int motto: String }
                """);
    }

    private static List<String> events(StubSubgraph stub) {
        return graph(stub).operation("subscription { news { text } }").subscribe().remaining().stream()
                .map(FederatedResponse::json)
                .toList();
    }

    private static FederatedGraph graph(StubSubgraph stub) {
        return FederatedGraph.builder().stub("stub", stub).build();
    }

    private static String data(StubSubgraph stub, String query) {
        FederatedResponse response = graph(stub).execute(query);
        assertThat(response).hasNoErrors();
        return response.json().replaceFirst("^\\{\"data\":(.*)}$", "$1");
    }

    private static String entities(StubSubgraph stub, Map<String, Object> representation) {
        return StubSubgraphCalls.data(
                stub,
                "query($r: [_Any!]!) { _entities(representations: $r) { ... on User { wins } } }",
                Map.of("r", List.of(representation)));
    }

    private static String teams(StubSubgraph stub, String name, String zip) {
        return StubSubgraphCalls.data(
                stub,
                "query($r: [_Any!]!) { _entities(representations: $r) { ... on Team { members } } }",
                Map.of("r", List.of(Map.of("__typename", "Team", "name", name, "city", Map.of("zip", zip)))));
    }
}
