package ft.transcendence.schemacheck.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.sdl.SdlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConventionsTests {

    private static List<String> problems(String sdl) {
        return Conventions.check(List.of(new ParsedSubgraph("a", "a.graphqls", SdlDocument.parse(sdl)))).stream()
                .map(problem -> problem.where() + " " + problem.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "x" type user { "x" name: ID }             | user types are named in PascalCase
        "x" type UserInput { "x" name: ID }        | UserInput only an input type's name ends with Input
        type User { "x" name: ID }                 | User has no description
        " " scalar Date                            | Date has no description
        "x" type User { "x" Name: ID }             | User.Name fields are named in camelCase
        "x" type User { name: ID }                 | User.name has no description
        "x" enum Color { "x" red }                 | Color.red enum values are named in SCREAMING_CASE
        "x" enum Color { RED }                     | Color.RED has no description
        "x" input Filter { "x" Name: ID }          | Filter.Name fields are named in camelCase
        "x" type User { "x" name("x" Of: ID): ID } | User.name(Of:) arguments are named in camelCase
        "x" type User { "x" name(of: ID): ID }     | User.name(of:) has no description
        type Mutation { "x" change: User }         | Mutation.change a mutation returns a type of its own whose name ends with Payload
        extend type User { name: ID }              | User.name has no description
        """)
    void findsWhatIsAgainstThem(String sdl, String problem) {
        assertThat(problems(sdl)).containsExactly("a.graphqls:1 " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type Query { "x" user: ID }
        "x" input UserInput { "x" name: ID }
        "x" enum Color { "x" DARK_RED2 }
        "x" type User { name: ID @external }
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
        directive @custom on FIELD_DEFINITION
        "x" union Any = User
        """)
    void acceptsTheRest(String sdl) {
        assertThat(problems(sdl)).isEmpty();
    }

    @Test
    void errorsOfPayloadsImplementTheSharedInterface() {
        String payload =
                "\"x\" type ChangePayload { \"x\" errors: [%s!]! } \"x\" type Own implements UserError { \"x\" code:"
                        + " ID }";
        assertThat(problems(payload.formatted("Own"))).isEmpty();
        assertThat(problems(payload.formatted("String")))
                .containsExactly("a.graphqls:1 ChangePayload.errors the errors of a payload have a type that implements"
                        + " UserError");
    }

    @Test
    void someRulesCanBeChosen() {
        assertThat(HouseRules.parse("all")).containsExactlyInAnyOrder(HouseRule.values());
        assertThat(HouseRules.parse("none")).isEmpty();
        assertThat(HouseRules.parse("conventions, committed"))
                .containsExactlyInAnyOrder(HouseRule.CONVENTIONS, HouseRule.COMMITTED);
        assertThatExceptionOfType(CheckException.class)
                .isThrownBy(() -> HouseRules.parse("convention"))
                .withMessage(
                        "there is no house rule 'convention', only conventions, nullability, committed, all and none");
    }
}
