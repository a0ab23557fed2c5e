package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which other fields {@code @authenticated}, {@code @requiresScopes} and {@code @policy} protect. */
final class GuardedFieldTests {

    private static final ScriptedEngine ENGINE = new ScriptedEngine("""
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY, import: [{name: "@authenticated", as: "@login"}])
              @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
              @link(url: "https://specs.apollo.dev/policy/v0.1", as: "rule", for: SECURITY)
            { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) @join__type(graph: B) {
              things: [Thing] @join__field(graph: A)
              found: [Found] @join__field(graph: A)
              guardedInterface: Guarded @join__field(graph: A)
              book: Book @join__field(graph: A)
              level: Level @join__field(graph: A)
              needed: Int! @join__field(graph: A) @login
              open: Int @join__field(graph: A)
              vip: Vip @join__field(graph: A)
            }
            interface Thing @join__type(graph: A) { id: ID! title: String owner: String }
            interface Guarded @join__type(graph: A) @requiresScopes(scopes: [["read"]]) { id: ID! }
            type Book implements Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__implements(graph: A, interface: "Thing") {
              id: ID!
              title: String @join__field(graph: A) @login
              owner: String @join__field(graph: A)
              price: Int @join__field(graph: A) @requiresScopes(scopes: [["money"]])
              tax: Int @join__field(graph: B, requires: "price")
              maker: Maker @join__field(graph: A)
            }
            type Film implements Thing @join__type(graph: A) @join__implements(graph: A, interface: "Thing") {
              id: ID!
              title: String
              owner: String @requiresScopes(scopes: [["a", "b"], ["c"]])
            }
            type Song implements Guarded @join__type(graph: A) @join__implements(graph: A, interface: "Guarded") { id: ID! }
            type Maker @join__type(graph: A) { name: String! @login city: String }
            type Vip @join__type(graph: A) @rule(policies: [["vip", "adult"], ["staff"]]) { name: String }
            union Found @join__type(graph: A) @join__unionMember(graph: A, member: "Film") @join__unionMember(graph: A, member: "Vip") = Film | Vip
            enum Level @join__type(graph: A) @login { LOW HIGH }
            """);

    private static ScriptedTransport responding(String data) {
        return new ScriptedTransport().respond("a", "{\"data\":" + data + "}");
    }

    private static final Caller USER = Caller.authenticated(Set.of());

    @Test
    void requirementOfAnImplementationAppliesToFieldsOfItsInterface() {
        ScriptedTransport subgraphs = responding(
                "{\"things\":[{\"__typename\":\"Book\",\"owner\":\"o\"},{\"__typename\":\"Film\",\"title\":\"f\"}]}");
        assertThat(ENGINE.execute(subgraphs, "{ things { title owner } }", Caller.anonymous()))
                .startsWith(
                        "{\"data\":{\"things\":[{\"title\":null,\"owner\":\"o\"},{\"title\":\"f\",\"owner\":null}]},\"errors\":[");
        assertThat(subgraphs.requests().getFirst())
                .contains("...on Film{title}", "...on Book{owner}")
                .doesNotContain("things{title", "things{owner");
    }

    @Test
    void oneAlternativeIsSufficient() {
        for (Set<String> scopes : List.of(Set.of("c"), Set.of("a", "b"))) {
            assertThat(ENGINE.execute(
                            responding("{\"things\":[{\"__typename\":\"Film\",\"owner\":\"o\"}]}"),
                            "{ things { owner } }",
                            Caller.authenticated(scopes)))
                    .isEqualTo("{\"data\":{\"things\":[{\"owner\":\"o\"}]}}");
        }
        assertThat(ENGINE.execute(
                        responding("{\"things\":[{\"__typename\":\"Film\"}]}"),
                        "{ things { owner } }",
                        Caller.authenticated(Set.of("a"))))
                .startsWith("{\"data\":{\"things\":[{\"owner\":null}]},\"errors\":[")
                .contains("FORBIDDEN");
    }

    @Test
    void protectedInterfaceProtectsTheFieldsThatReturnIt() {
        ScriptedTransport subgraphs = responding("{\"open\":1}");
        assertThat(ENGINE.execute(subgraphs, "{ guardedInterface { id } open }", USER))
                .startsWith("{\"data\":{\"guardedInterface\":null,\"open\":1},\"errors\":[");
        assertThat(subgraphs.requests().getFirst()).doesNotContain("guardedInterface");
    }

    @Test
    void protectedMemberOfAUnionRevealsOnlyItsType() {
        ScriptedTransport subgraphs =
                responding("{\"found\":[{\"__typename\":\"Vip\"},{\"__typename\":\"Film\",\"title\":\"t\"}]}");
        assertThat(ENGINE.execute(
                        subgraphs, "{ found { __typename ... on Vip { name } ... on Film { title } } }", USER))
                .startsWith("{\"data\":{\"found\":[{\"__typename\":\"Vip\",\"name\":null},"
                        + "{\"__typename\":\"Film\",\"title\":\"t\"}]},\"errors\":[");
        assertThat(subgraphs.requests().getFirst()).doesNotContain("name}", "Vip{name");
    }

    @Test
    void renamedPolicyDirectiveApplies() {
        Caller vip = new Caller(true, Set.of(), Set.of("vip", "adult"));
        assertThat(ENGINE.execute(responding("{\"vip\":{\"name\":\"n\"}}"), "{ vip { name } }", vip))
                .isEqualTo("{\"data\":{\"vip\":{\"name\":\"n\"}}}");
        Caller child = new Caller(true, Set.of(), Set.of("vip"));
        assertThat(ENGINE.execute(new ScriptedTransport(), "{ vip { name } }", child))
                .startsWith("{\"data\":{\"vip\":null}");
    }

    @Test
    void protectedEnumProtectsItsFields() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        assertThat(ENGINE.execute(subgraphs, "{ level }", Caller.anonymous())).startsWith("{\"data\":{\"level\":null}");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void fieldThatRequiresAProtectedFieldIsProtected() {
        ScriptedTransport subgraphs = responding("{\"book\":{\"id\":\"1\"}}");
        assertThat(ENGINE.execute(subgraphs, "{ book { id tax } }", USER))
                .startsWith("{\"data\":{\"book\":{\"id\":\"1\",\"tax\":null}},\"errors\":[");
        assertThat(subgraphs.requests()).hasSize(1);
        assertThat(subgraphs.requests().getFirst()).doesNotContain("price");

        ScriptedTransport forMoney = responding("{\"book\":{\"id\":\"1\",\"price\":10}}")
                .respond("b", "{\"data\":{\"_entities\":[{\"tax\":2}]}}");
        assertThat(ENGINE.execute(forMoney, "{ book { tax } }", Caller.authenticated(Set.of("money"))))
                .isEqualTo("{\"data\":{\"book\":{\"tax\":2}}}");
    }

    @Test
    void deniedNonNullFieldMakesItsParentNull() {
        assertThat(ENGINE.execute(
                        responding("{\"book\":{\"id\":\"1\"}}"), "{ book { id maker { name } } }", Caller.anonymous()))
                .startsWith("{\"data\":{\"book\":{\"id\":\"1\",\"maker\":null}},\"errors\":[{")
                .doesNotContain("},{");
        assertThat(ENGINE.execute(responding("{\"open\":1}"), "{ needed open }", Caller.anonymous()))
                .startsWith("{\"data\":null,\"errors\":[{");
    }

    @Test
    void aliasOfADeniedFieldIsDeniedToo() {
        ScriptedTransport subgraphs = responding("{\"book\":{\"owner\":\"o\"}}");
        assertThat(ENGINE.execute(
                        subgraphs,
                        "{ book { a: title b: title owner ... on Thing { c: title } } }",
                        Caller.anonymous()))
                .startsWith("{\"data\":{\"book\":{\"a\":null,\"b\":null,\"owner\":\"o\",\"c\":null}},\"errors\":[");
        assertThat(subgraphs.requests().getFirst()).doesNotContain("title");
    }

    /** The output of composition that lets the requirements of a field differ between an interface and its implementations. */
    private static final String OLD_COMPOSER = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY) @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
            { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
            type Query @join__type(graph: A) @join__type(graph: B) {
              person: Person @join__field(graph: A)
              named: Named @join__field(graph: A)
              either: Either @join__field(graph: A)
              desk: Desk @join__field(graph: A)
            }
            interface Named @join__type(graph: A) { id: ID! name: String @authenticated nick: String }
            interface Secret @join__type(graph: A) @requiresScopes(scopes: [["secret"]]) { code: String }
            interface Rated @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
              id: ID! stars: Int @join__field(graph: B) @authenticated votes: Int @join__field(graph: B, requires: "weight") weight: Int @join__field(graph: A) @join__field(graph: B, external: true)
            }
            type Person implements Named & Secret & Rated @join__type(graph: A, key: "id")
              @join__implements(graph: A, interface: "Named") @join__implements(graph: A, interface: "Secret") @join__implements(graph: A, interface: "Rated") {
              id: ID! @join__field(graph: A)
              name: String @join__field(graph: A)
              nick: String @join__field(graph: A) @authenticated
              code: String @join__field(graph: A)
              free: Int @join__field(graph: A)
              stars: Int @join__field
              votes: Int @join__field
              weight: Int @join__field(graph: A) @authenticated
            }
            type Robot implements Named @join__type(graph: A) @join__implements(graph: A, interface: "Named") {
              id: ID! name: String nick: String
            }
            union Either @join__type(graph: A) @join__unionMember(graph: A, member: "Person") @join__unionMember(graph: A, member: "Robot") = Person | Robot
            type Desk @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              user: Named @join__field(graph: A) @join__field(graph: B, external: true)
              label: String @join__field(graph: B, requires: "user { nick }")
              tag: String @join__field(graph: B, requires: "user { ... on Robot { nick } }")
            }
            """;

    private static String execute(String field, Caller caller) {
        ScriptedTransport subgraphs = new ScriptedTransport();
        String response = FederationEngine.builder()
                .supergraph(OLD_COMPOSER)
                .transport(subgraphs)
                .build()
                .execute(
                        GraphQLRequest.of(field),
                        RequestContext.builder().caller(caller).build())
                .join()
                .bodyAsString();
        return String.join("\n", subgraphs.requests()) + "\n" + response;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ person { name } }",
                "{ named { name } }",
                "{ either { ... on Robot { name } } }",
                "{ either { ... on Named { name } } }",
                "{ named { ... on Person { name } } }",
                "{ person { ... on Secret { code } } }",
                "{ person { code } }",
                "{ person { nick } }",
                "{ person { stars } }",
                "{ person { ... on Rated { stars } } }",
                "{ person { votes } }",
                "{ desk { label } }"
            })
    void stricterRequirementOfInterfaceAndImplementationApplies(String query) {
        assertThat(execute(query, Caller.anonymous()))
                .contains("UNAUTHENTICATED")
                .containsPattern("^a \\{\"query\":\"\\{\\w+\\{__typename}}\"}\n\\{\"data\"");
    }

    @Test
    void requirementOfOneImplementationDoesNotApplyToAnother() {
        assertThat(execute("{ either { ... on Robot { nick } } person { id free } desk { tag } }", Caller.anonymous()))
                .contains("...on Robot{nick}", "free")
                .doesNotContain("UNAUTHENTICATED");
        assertThat(execute("{ person { code } }", USER)).contains("FORBIDDEN");
        assertThat(execute("{ person { code name nick } }", Caller.authenticated(Set.of("secret"))))
                .contains("code name nick")
                .doesNotContain("FORBIDDEN");
    }

    @Test
    void protectedInterfaceProtectsOnlyItsOwnFields() {
        assertThat(execute("{ person { free } }", Caller.anonymous()))
                .contains("free")
                .doesNotContain("UNAUTHENTICATED");
    }
}
