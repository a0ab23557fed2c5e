package ft.transcendence.schemacheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.sdl.SdlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullabilityTests {
    private static final String USERS =
            "type User @key(fields: \"id\") @key(fields: \"username\") { id: ID! username: String! bio: String! }";

    private static List<String> problems(ParsedSubgraph... subgraphs) {
        return Nullability.check(List.of(subgraphs)).stream()
                .map(problem -> problem.where() + " " + problem.message())
                .toList();
    }

    private static ParsedSubgraph subgraph(String name, String sdl) {
        return new ParsedSubgraph(name, name + ".graphqls", SdlDocument.parse(sdl));
    }

    private static List<String> coordinates(List<String> problems) {
        return problems.stream().map(problem -> problem.split(" ")[1]).toList();
    }

    @Test
    void aNonNullFieldOfAnotherSubgraphsEntityIsReportedWithItsLine() {
        assertThat(problems(
                        subgraph("users", USERS),
                        subgraph(
                                "matches",
                                "type User @key(fields: \"id\") {\n  id: ID!\n  wins: Int!\n  rating: Int\n}")))
                .containsExactly(
                        "matches.graphqls:3 User.wins is non-null, but User is an entity of users: when matches is"
                                + " down, the whole User is null");
    }

    @Test
    void nonNullListsAreReportedAndNullableListsOfNonNullItemsAreNot() {
        assertThat(coordinates(problems(
                        subgraph("users", USERS),
                        subgraph("matches", "type User @key(fields: \"id\") { id: ID! a: [Int!]! b: [Int!] }"))))
                .containsExactly("User.a");
    }

    @Test
    void keysExternalFieldsAndFieldsOfTheOwnerAreNotReported() {
        assertThat(problems(
                        subgraph("users", USERS),
                        subgraph(
                                "matches",
                                "type User @key(fields: \"id team { id }\") { id: ID! team: Team! username:"
                                        + " String! @external bio: String! @shareable wins: Int @requires(fields:"
                                        + " \"username\") } type Team { id: ID! }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extend type User @key(fields: \"id\")",
                "type User @extends @key(fields: \"id\")",
                "type User @federation__extends @federation__key(fields: \"id\")"
            })
    void aSubgraphThatExtendsAnEntityDoesNotOwnItWhateverItAdds(String extending) {
        assertThat(coordinates(problems(
                        subgraph("a", extending + " { id: ID! x: Int! y: Int! z: Int! }"),
                        subgraph("b", "type User @key(fields: \"id\") { id: ID! name: String! }"))))
                .containsExactly("User.x", "User.y", "User.z");
    }

    @Test
    void anInterfaceObjectDoesNotOwnTheInterface() {
        assertThat(problems(
                        subgraph("a", "interface Media @key(fields: \"id\") { id: ID! }"),
                        subgraph("b", "type Media @key(fields: \"id\") @interfaceObject { id: ID! reviews: [Int]! }")))
                .singleElement()
                .asString()
                .startsWith("b.graphqls:1 Media.reviews ")
                .contains("entity of a:");
    }

    @Test
    void withoutASingleOwnerNonNullFieldsOfEverySubgraphAreReported() {
        assertThat(problems(
                        subgraph("a", "type T @key(fields: \"id\") { id: ID! x: Int! }"),
                        subgraph("b", "type T @key(fields: \"id\") { id: ID! y: Int! }")))
                .satisfiesExactly(
                        first -> assertThat(first).contains(" T.x ", "no subgraph alone owns T"),
                        second -> assertThat(second).contains(" T.y "));
    }

    @Test
    void entitiesOfOneSubgraphAndTypesWithoutKeysMayHaveNonNullFields() {
        assertThat(problems(
                        subgraph("a", USERS + " type Avatar @shareable { url: String! size: Int! }"),
                        subgraph("b", "type Avatar @shareable { url: String! }")))
                .isEmpty();
    }
}
